package dev.connections;

/**
 * A place that uses a connection. A connection that has references cannot be deleted.
 *
 * @param application the application's stable id or name, 1 to 100 characters
 * @param component a part of it, such as a job, 0 to 200 characters
 * @param location where in it, such as {@code jobs/nightly.dg:14}, 0 to 500 characters
 */
public record Reference(String application, String component, String location) {
    private static final int LONGEST_APPLICATION = 100;
    private static final int LONGEST_COMPONENT = 200;
    private static final int LONGEST_LOCATION = 500;

    /**
     * Refuses what no page could show.
     *
     * @param application as the component
     * @param component as the component
     * @param location as the component
     * @throws ConnectionConfigurationException if the application is blank, or a text is too long or holds a control
     *     character ({@code reference_malformed})
     */
    public Reference {
        check("application", application, LONGEST_APPLICATION);
        check("component", component, LONGEST_COMPONENT);
        check("location", location, LONGEST_LOCATION);
        if (application.isBlank()) {
            throw malformed("application", "is blank; name the application that uses the connection");
        }
    }

    private static void check(String what, String text, int longest) {
        if (text.length() > longest) {
            throw malformed(what, "is longer than " + longest + " characters; shorten it");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw malformed(what, "holds a control character; remove it");
        }
    }

    private static ConnectionConfigurationException malformed(String what, String problem) {
        return new ConnectionConfigurationException(
                "reference_malformed", "the " + what + " of a reference " + problem, null);
    }
}
