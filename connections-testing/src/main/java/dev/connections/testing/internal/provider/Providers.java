package dev.connections.testing.internal.provider;

/** The twenty providers. */
public final class Providers {
    private Providers() {}

    /** {@return Zoho} */
    public static Personality zoho() {
        return new Zoho();
    }

    /** {@return Google} */
    public static Personality google() {
        return new Google();
    }

    /** {@return Microsoft} */
    public static Personality microsoft() {
        return new Microsoft();
    }

    /** {@return GitHub} */
    public static Personality github() {
        return new GitHub();
    }

    /** {@return Slack} */
    public static Personality slack() {
        return new Slack();
    }

    /** {@return Salesforce} */
    public static Personality salesforce() {
        return new Salesforce();
    }

    /** {@return HubSpot} */
    public static Personality hubspot() {
        return new HubSpot();
    }

    /** {@return Shopify} */
    public static Personality shopify() {
        return new Shopify();
    }

    /** {@return Notion} */
    public static Personality notion() {
        return new Notion();
    }

    /** {@return Xero} */
    public static Personality xero() {
        return new Xero();
    }

    /** {@return QuickBooks} */
    public static Personality quickbooks() {
        return new QuickBooks();
    }

    /** {@return Atlassian} */
    public static Personality atlassian() {
        return new Atlassian();
    }

    /** {@return Dropbox} */
    public static Personality dropbox() {
        return new Dropbox();
    }

    /** {@return LinkedIn} */
    public static Personality linkedin() {
        return new LinkedIn();
    }

    /** {@return X} */
    public static Personality x() {
        return new X();
    }

    /** {@return Stripe} */
    public static Personality stripe() {
        return new Stripe();
    }

    /** {@return PayPal} */
    public static Personality paypal() {
        return new PayPal();
    }

    /** {@return Airtable} */
    public static Personality airtable() {
        return new Airtable();
    }

    /** {@return Facebook} */
    public static Personality facebook() {
        return new Facebook();
    }

    /** {@return TikTok} */
    public static Personality tiktok() {
        return new TikTok();
    }
}
