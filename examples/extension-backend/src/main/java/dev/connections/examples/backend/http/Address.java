package dev.connections.examples.backend.http;

import java.net.URI;

/**
 * Where browsers find this site.
 *
 * @param base scheme and authority, without a path
 */
public record Address(URI base) {
    /** The path of the one callback URL. */
    public static final String CALLBACK = "/callback";

    /**
     * Refuses what is no origin.
     *
     * @param base as the component
     */
    public Address {
        if (base.getHost() == null
                || (base.getRawPath() != null && !base.getRawPath().isEmpty())) {
            throw new IllegalArgumentException(
                    base + " is no web address without a path; write it like https://connections.example.com");
        }
    }

    /** {@return the one callback URL, to be registered at each service} */
    public String callback() {
        return base + CALLBACK;
    }

    boolean secure() {
        return "https".equals(base.getScheme());
    }

    /** Another name for this host may be a page elsewhere that wants to talk to it (DNS rebinding). */
    void require(Request.Sender sender) {
        if (!sender.host().equalsIgnoreCase(base.getRawAuthority())) {
            throw new HttpProblem(421, "This site is found at " + base + " only.");
        }
    }

    void requireOwnForm(Request.Sender sender) {
        sender.origin().filter(origin -> !origin.equals(base.toString())).ifPresent(foreign -> {
            throw new HttpProblem(403, "The form was on another site. Open the page here and send it again.");
        });
    }
}
