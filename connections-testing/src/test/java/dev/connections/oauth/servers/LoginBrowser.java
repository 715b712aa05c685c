package dev.connections.oauth.servers;

import dev.connections.oauth.servers.Registrations.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import org.htmlunit.CookieManager;
import org.htmlunit.StringWebResponse;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlPasswordInput;
import org.htmlunit.html.HtmlTextInput;
import org.htmlunit.http.Cookie;
import org.htmlunit.util.WebConnectionWrapper;

/**
 * A user with a fresh browser: opens an authorization request, signs in, answers the consent page if there is one,
 * and stops at the redirect to the application, which is never fetched.
 */
final class LoginBrowser implements AutoCloseable {
    private static final int MOST_PAGES = 4;

    private final WebClient browser = new WebClient();
    private final UntilCallback connection = new UntilCallback(browser);
    private final User user;
    private final boolean consents;

    private LoginBrowser(User user, boolean consents) {
        this.user = user;
        this.consents = consents;
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.setCookieManager(new LoopbackCookies());
        browser.setWebConnection(connection);
    }

    /** Returns the callback of a user who signs in and agrees to everything. */
    static URI approve(URI authorizationRequest) {
        return approve(authorizationRequest, Registrations.ALICE);
    }

    static URI approve(URI authorizationRequest, User user) {
        return callback(authorizationRequest, user, true);
    }

    /** Returns the callback of a user who signs in and then refuses consent. */
    static URI deny(URI authorizationRequest) {
        return callback(authorizationRequest, Registrations.ALICE, false);
    }

    /** Plays a user who opens the page of a device's code, signs in and answers. */
    static void answerDevice(URI verificationUri, boolean consents) {
        try (var browser = new LoginBrowser(Registrations.ALICE, consents)) {
            var unused = browser.follow(verificationUri);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static URI callback(URI authorizationRequest, User user, boolean consents) {
        try (var browser = new LoginBrowser(user, consents)) {
            HtmlPage last = browser.follow(authorizationRequest);
            return browser.connection
                    .callback()
                    .orElseThrow(() -> new IllegalStateException(
                            "the login does not come to its end; last page: " + last.asNormalizedText()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Answers page after page; returns the one that asks nothing any more. */
    private HtmlPage follow(URI address) throws IOException {
        HtmlPage page = browser.getPage(address.toURL());
        for (int pages = 0; page.getForms().size() == 1 && pages < MOST_PAGES; pages++) {
            page = answer(page, page.getForms().get(0));
        }
        return page;
    }

    private HtmlPage answer(HtmlPage page, HtmlForm form) throws IOException {
        return page.querySelector("input[type=password]") instanceof HtmlPasswordInput password
                ? signIn(form, password, user)
                : consent(form);
    }

    private static HtmlPage signIn(HtmlForm form, HtmlPasswordInput password, User user) throws IOException {
        form.<HtmlTextInput>getInputByName("username").setValue(user.name());
        password.setValue(user.password());
        return click(form, "[type=submit]");
    }

    // Keycloak has a button for yes and one for no; Spring has a box per scope, and no box ticked is a no.
    private HtmlPage consent(HtmlForm form) throws IOException {
        if (form.querySelector("[name=cancel]") != null) {
            return click(form, consents ? "[name=accept]" : "[name=cancel]");
        }
        for (var box : form.querySelectorAll("input[type=checkbox]")) {
            ((HtmlCheckBoxInput) box).setChecked(consents);
        }
        return click(form, "[type=submit]");
    }

    private static HtmlPage click(HtmlForm form, String selector) throws IOException {
        return form.<DomElement>querySelector(selector).click();
    }

    @Override
    public void close() {
        browser.close();
    }

    /** Keeps what the application would receive, and never asks a host beyond this machine. */
    private static final class UntilCallback extends WebConnectionWrapper {
        private Optional<URI> callback = Optional.empty();

        UntilCallback(WebClient browser) {
            super(browser);
        }

        Optional<URI> callback() {
            return callback;
        }

        @Override
        public WebResponse getResponse(WebRequest request) throws IOException {
            String address = request.getUrl().toString();
            if (address.startsWith(Registrations.REDIRECT_URI + "?")) {
                callback = Optional.of(URI.create(address));
                return new StringWebResponse("<html><body>the application</body></html>", request.getUrl());
            }
            if (!InetAddress.getByName(request.getUrl().getHost()).isLoopbackAddress()) {
                throw new IOException("the login leads away from this machine, to " + request.getUrl());
            }
            return super.getResponse(request);
        }
    }

    /**
     * Sends {@code Secure} cookies to plain http on loopback, as browsers do and HtmlUnit does not. Keycloak marks all
     * of its cookies so.
     */
    private static final class LoopbackCookies extends CookieManager {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized void addCookie(Cookie cookie) {
            super.addCookie(new Cookie(
                    cookie.getDomain(),
                    cookie.getName(),
                    cookie.getValue(),
                    cookie.getPath(),
                    cookie.getExpires(),
                    false,
                    cookie.isHttpOnly(),
                    cookie.getSameSite()));
        }
    }
}
