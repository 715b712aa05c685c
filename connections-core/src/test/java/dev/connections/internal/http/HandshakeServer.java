package dev.connections.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accepts connections on a loopback port, does one thing with their first bytes, and keeps them open. */
final class HandshakeServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Answer answer;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** What is done with a connection. */
    interface Answer {
        void give(Socket socket) throws IOException;
    }

    HandshakeServer(Answer answer) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.answer = answer;
        var thread = new Thread(this::accept, "handshake-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                answer.give(socket);
            } catch (IOException gone) {
                // The client hung up, or the test is over.
            }
        }
    }

    URI uri() {
        return URI.create("https://localhost:" + listener.getLocalPort() + "/token");
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
