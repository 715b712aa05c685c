package dev.connections.oauth.internal.response;

/**
 * Which texts can be a token. Checked when a token arrives, so that nothing else ever has to be: an HTTP library prints
 * the value it refuses.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-A.12">RFC 6749, appendix A.12</a>
 */
final class TokenText {
    private static final int LONGEST = 64 * 1024;

    private TokenText() {}

    static boolean isUsable(String text) {
        int length = text.length();
        return length > 0
                && length <= LONGEST
                && text.charAt(0) != ' '
                && text.charAt(length - 1) != ' '
                && isVisibleAscii(text);
    }

    private static boolean isVisibleAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
