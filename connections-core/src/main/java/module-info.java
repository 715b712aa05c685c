/** Connections: service definitions, authorizations and their credentials. */
module dev.connections.core {
    requires transitive java.sql; // DataSource in dev.connections.store
    requires transitive okhttp3; // Interceptor and OkHttpClient in dev.connections.http and on the builder
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.connections;
    exports dev.connections.http;
    exports dev.connections.spi;
    exports dev.connections.store;

    uses dev.connections.spi.StrategyProvider;
}
