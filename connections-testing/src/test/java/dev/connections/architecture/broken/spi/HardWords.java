package dev.connections.architecture.broken.spi;

public final class HardWords extends RuntimeException {
    private static final long serialVersionUID = 1;

    public String in(String where) {
        return where;
    }

    public String getTenant() {
        return "acme";
    }

    /** Right: the JDK chose the name. */
    @Override
    public String getMessage() {
        return "message";
    }

    String when() {
        return "now";
    }
}
