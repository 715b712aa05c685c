package dev.connections.testing.internal.provider;

/** Why a provider does not do what it was asked for. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Wrong wrong;

    /**
     * Says what is wrong.
     *
     * @param wrong the kind
     * @param text what a developer should know
     */
    public Refused(Wrong wrong, String text) {
        super(text);
        this.wrong = wrong;
    }

    /** {@return what is wrong with anything but client, code, token and scope} */
    static Refused request(String text) {
        return new Refused(Wrong.REQUEST, text);
    }

    /** {@return the kind} */
    public Wrong wrong() {
        return wrong;
    }

    /** {@return what a developer should know} */
    public String text() {
        return String.valueOf(getMessage());
    }
}
