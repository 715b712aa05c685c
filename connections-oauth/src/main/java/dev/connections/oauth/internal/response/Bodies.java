package dev.connections.oauth.internal.response;

/** Where the text of a body begins. Bodies are UTF-8 whatever they are labelled; UTF-16 is not understood. */
final class Bodies {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Bodies() {}

    /** Returns the index of the first character that is neither byte order mark nor white space; the length if none is. */
    static int begin(byte[] body) {
        int at = hasMark(body) ? BYTE_ORDER_MARK.length : 0;
        while (at < body.length && isSpace(body[at])) {
            at++;
        }
        return at;
    }

    private static boolean hasMark(byte[] body) {
        return body.length >= BYTE_ORDER_MARK.length
                && body[0] == BYTE_ORDER_MARK[0]
                && body[1] == BYTE_ORDER_MARK[1]
                && body[2] == BYTE_ORDER_MARK[2];
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
