package dev.connections.catalog;

/**
 * Where Zoho keeps an organisation. Each data centre has hosts of its own, and an account lives in exactly one.
 *
 * @see <a href="https://www.zoho.com/accounts/protocol/oauth/multi-dc.html">Zoho: multi DC support (read 2026-11-20)</a>
 */
public enum DataCenter {
    /** United States. */
    US("accounts.zoho.com", "www.zohoapis.com"),
    /** Europe. */
    EU("accounts.zoho.eu", "www.zohoapis.eu"),
    /** India. */
    IN("accounts.zoho.in", "www.zohoapis.in"),
    /** Australia. */
    AU("accounts.zoho.com.au", "www.zohoapis.com.au"),
    /** Japan. */
    JP("accounts.zoho.jp", "www.zohoapis.jp"),
    /** Canada, whose accounts and products live below another domain than its APIs. */
    CA("accounts.zohocloud.ca", "www.zohoapis.ca"),
    /** Saudi Arabia. */
    SA("accounts.zoho.sa", "www.zohoapis.sa"),
    /** United Kingdom. Its API host is inferred from the others, for no page names it. */
    UK("accounts.zoho.uk", "www.zohoapis.uk"),
    /** China. */
    CN("accounts.zoho.com.cn", "www.zohoapis.com.cn");

    private static final String ACCOUNTS = "accounts.";

    private final String accountsHost;
    private final String apiHost;

    DataCenter(String accountsHost, String apiHost) {
        this.accountsHost = accountsHost;
        this.apiHost = apiHost;
    }

    /** {@return the host of its token and revocation endpoints, such as {@code accounts.zoho.eu}} */
    public String accountsHost() {
        return accountsHost;
    }

    /**
     * Returns the host where authorization begins: {@code accounts.zoho.com}, which sends each user on to the data
     * centre of their account; only China begins at its own.
     *
     * @return the host
     * @see <a href="https://www.bigin.com/developer/docs/apis/multi-dc.html">Bigin: multi-DC support (read 2026-11-20)</a>
     */
    public String authorizationHost() {
        return this == CN ? accountsHost : US.accountsHost;
    }

    /** {@return the host of the common APIs, such as {@code www.zohoapis.eu}} */
    public String apiHost() {
        return apiHost;
    }

    /** {@return what the hosts of products end with, such as {@code zoho.eu} in {@code desk.zoho.eu}} */
    public String suffix() {
        return accountsHost.substring(ACCOUNTS.length());
    }
}
