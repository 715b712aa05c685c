package dev.connections.oauth.internal.loopback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** One connection of a browser, or of whatever else found the port. Confined to the thread that serves. */
final class Conversation {
    private static final int LONGEST_HEAD = 20 * 1024; // a callback's query may have 16 KiB
    private static final String END = "\r\n\r\n";

    private final SocketChannel channel;
    private final long deadline;
    private final ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD);

    /**
     * Begins a conversation.
     *
     * @param deadline when the head must be complete, in the ticker's nanoseconds
     */
    Conversation(SocketChannel channel, long deadline) {
        this.channel = channel;
        this.deadline = deadline;
    }

    boolean isLate(long nanos) {
        return nanos - deadline >= 0;
    }

    /** Reads what is there; returns the head of the request once it is complete. */
    Optional<String> read() throws IOException {
        if (channel.read(head) < 0 || !head.hasRemaining()) {
            throw new IOException("the client hung up, or its request is too long");
        }
        String text = new String(head.array(), 0, head.position(), ISO_8859_1);
        int end = text.indexOf(END);
        return end < 0 ? Optional.empty() : Optional.of(text.substring(0, end));
    }

    /** Sends a page, which fits into any socket's buffer, and closes. */
    void answer(Page page) {
        try {
            channel.write(ByteBuffer.wrap(page.bytes()));
            channel.shutdownOutput();
        } catch (IOException gone) { // the browser does not wait for the page; what it brought is here
            close();
        }
        close();
    }

    void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) { // nobody is left to tell
            return;
        }
    }
}
