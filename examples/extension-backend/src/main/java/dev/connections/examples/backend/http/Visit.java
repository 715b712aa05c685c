package dev.connections.examples.backend.http;

import dev.connections.Connections;
import dev.connections.ConnectionsView;
import java.util.Map;

/**
 * One request of one browser, and what a page needs to answer it.
 *
 * @param request what was asked
 * @param session the browser's session
 * @param variables the parts of the path that the route left open, decoded
 * @param house what all visits share
 */
public record Visit(Request request, Session session, Map<String, String> variables, House house) {
    /**
     * What all visits share.
     *
     * @param sdk every connection
     * @param sessions every session
     * @param address where this site is found
     */
    public record House(Connections sdk, Sessions sessions, Address address) {}

    /** {@return who signed in} */
    public Person person() {
        return session.person().orElseThrow(() -> new HttpProblem(401, "Sign in first."));
    }

    /** {@return the connections as this person may manage them} */
    public ConnectionsView connections() {
        return house.sdk().by(person().actor());
    }

    /**
     * Returns a part of the path.
     *
     * @param name its name in the route
     * @return its decoded text
     */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /**
     * Leaves a sentence and sends the browser on.
     *
     * @param path a path of this site
     * @param sentence what was done
     * @return the answer
     */
    public Response done(String path, String sentence) {
        session.say(sentence);
        return Response.redirect(path);
    }
}
