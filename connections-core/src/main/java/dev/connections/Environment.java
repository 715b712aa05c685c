package dev.connections;

/** Where an authorization is used. One authorization serves all three unless the definition separates them. */
public enum Environment {
    /** Development. */
    DEVELOPMENT,
    /** Stage, between development and production. */
    STAGE,
    /** Production; what a {@link Connections} runs in unless its builder says otherwise. */
    PRODUCTION
}
