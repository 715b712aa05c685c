package dev.connections.manifest.internal.rule;

import java.util.regex.Pattern;

/** What stands where an address belongs. The patterns take time linear in the text. */
final class Urls {
    /** Longer than any address that works; what is longer is none. */
    private static final int LONGEST = 2048;

    private static final String HOST = "(?:\\*\\.)?[\\p{L}0-9_][\\p{L}0-9_.-]*";
    private static final String REST = "(?::[0-9]{1,5})?(?:[/?#][^\\s]*)?";
    private static final Pattern DOMAIN = Pattern.compile("(?:https?|wss)://" + HOST + REST);
    private static final Pattern SOURCE = Pattern.compile("blob:|(?:https?|wss?)://" + HOST + REST);
    private static final Pattern PAGE = Pattern.compile("https?://" + HOST + REST);
    private static final Pattern BARE_HOST = Pattern.compile("[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

    private Urls() {}

    /** Scheme http, https or wss, and a host. */
    static boolean domain(String text) {
        return fits(DOMAIN, text);
    }

    /** What a content security policy of an extension takes. */
    static boolean source(String text) {
        return fits(SOURCE, text);
    }

    /** An address of a page or an endpoint. */
    static boolean page(String text) {
        return fits(PAGE, text);
    }

    /** A host name without the scheme that belongs in front of it. */
    static boolean bareHost(String text) {
        return fits(BARE_HOST, text);
    }

    private static boolean fits(Pattern pattern, String text) {
        return text.length() <= LONGEST && pattern.matcher(text).matches();
    }
}
