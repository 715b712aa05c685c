package dev.connections.oauth.internal.definition;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A response that says that a token has expired, in words of the service's own.
 *
 * @param status the HTTP status
 * @param texts what stands at the beginning of its body, white space aside; all of them
 */
public record ExpiredTest(int status, List<String> texts) {
    /** The member of a definition that holds them. */
    static final String MEMBER = "expired_when";

    private static final Pattern STATUS = Pattern.compile("[2-5][0-9]{2}");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    static ExpiredTest of(Document document) {
        String status = document.requiredText("status");
        List<String> texts =
                document.textList("texts").stream().map(ExpiredTest::squeezed).toList();
        if (!STATUS.matcher(status).matches() || texts.isEmpty() || texts.contains("")) {
            throw Wrong.definition(
                    "expired_test_malformed",
                    "the test of expired tokens with status " + status + " and " + texts
                            + " cannot be used; state a status such as 200 and at least one text of the body");
        }
        return new ExpiredTest(Integer.parseInt(status), texts);
    }

    static Document document(int status, String... texts) {
        return Document.EMPTY.with("status", Integer.toString(status)).with("texts", List.of(texts));
    }

    /** Tells whether a body says so. */
    public boolean matches(String body) {
        String squeezed = squeezed(body);
        return texts.stream().allMatch(squeezed::contains);
    }

    private static String squeezed(String text) {
        return SPACE.matcher(text).replaceAll("");
    }
}
