package dev.connections.internal.http;

import dev.connections.ConnectionCancelledException;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionSecurityException;
import dev.connections.TransientConnectionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownServiceException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * What an {@link IOException} of a call means. Messages name the origin. Once the request was on its way the cause is not
 * chained: its text may quote what the service sent, and some services echo the request.
 */
final class Failures {
    private Failures() {}

    static ConnectionException of(IOException failure, boolean sending, String origin) {
        if (failure instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
            return interrupted(origin);
        }
        if (failure instanceof AddressGuard.Refused) {
            return addressNotAllowed(origin);
        }
        if (failure instanceof ProxyGate.Refused) {
            return new ConnectionConfigurationException(
                    "proxy_authentication_required",
                    "the proxy on the way to " + origin
                            + " asks for credentials (HTTP 407); set a proxyAuthenticator on"
                            + " the OkHttpClient given to the builder",
                    null);
        }
        if (isTls(failure, sending)) {
            return new ConnectionSecurityException("tls_failed", tlsMessage(failure, origin), failure);
        }
        return sending && !isUnprocessed(failure) ? noAnswer(failure, origin) : unreachable(failure, origin);
    }

    // HTTP/2 tells when it has not begun to process a request (RFC 9113, section 8.7). OkHttp keeps these types to
    // itself.
    private static boolean isUnprocessed(IOException failure) {
        String message = failure.getMessage();
        return kind(failure).equals("ConnectionShutdownException")
                || (kind(failure).equals("StreamResetException")
                        && message != null
                        && message.endsWith("REFUSED_STREAM"));
    }

    static ConnectionException interrupted(String origin) {
        Thread.currentThread().interrupt();
        return new ConnectionCancelledException(
                "interrupted",
                "the thread was interrupted while it called " + origin
                        + "; the request may have been sent, call again if" + " it is still wanted",
                null);
    }

    static ConnectionException addressNotAllowed(String origin) {
        return new ConnectionSecurityException(
                "address_not_allowed",
                "the host of " + origin + " has a loopback, private or otherwise special address, so it was not called;"
                        + " use a public host, or name it in allowPrivateHosts(\u2026) if it is your own",
                null);
    }

    private static boolean isTls(IOException failure, boolean sending) {
        if (failure instanceof SSLPeerUnverifiedException || failure instanceof UnknownServiceException) {
            return true;
        }
        boolean shaking = failure instanceof SSLHandshakeException || (failure instanceof SSLException && !sending);
        return shaking && !brokeOff(failure);
    }

    // The other side hung up in the middle of the handshake: an outage, not a bad certificate.
    private static boolean brokeOff(IOException failure) {
        Throwable cause = failure.getCause();
        return cause instanceof EOFException
                || cause instanceof SocketException
                || cause instanceof InterruptedIOException;
    }

    private static String tlsMessage(IOException failure, String origin) {
        return "no trusted TLS connection to " + origin + " (" + kind(failure)
                + "); nothing was sent; check the host name,"
                + " the certificate and its expiry, or trust its authority in the OkHttpClient given to the builder";
    }

    private static ConnectionException unreachable(IOException failure, String origin) {
        return new TransientConnectionException(
                "unreachable",
                origin + " cannot be reached (" + kind(failure)
                        + "); the request was not carried out; check name, network" + " and proxy, and try again",
                Duration.ZERO,
                false,
                failure);
    }

    private static ConnectionException noAnswer(IOException failure, String origin) {
        return new TransientConnectionException(
                "no_answer",
                origin + " did not answer the request completely (" + kind(failure)
                        + "); it may have carried it out; try" + " again later",
                Duration.ZERO,
                true,
                null);
    }

    private static String kind(IOException failure) {
        return failure.getClass().getSimpleName();
    }
}
