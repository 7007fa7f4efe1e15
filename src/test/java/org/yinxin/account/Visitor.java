package org.yinxin.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody at a browser without JavaScript: it keeps cookies, and sends forms with the token that their page held. */
public final class Visitor {

    private final String site;
    private final String language;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private Document page = new Document("");
    private int status;
    private String path = "/";

    public Visitor(int port) {
        this(port, "en");
    }

    public Visitor(int port, String language) {
        this.site = "http://127.0.0.1:" + port;
        this.language = language;
    }

    /** Opens a page and follows where it leads. */
    public Visitor open(String address) {
        return send(HttpRequest.newBuilder(URI.create(site + address)).GET());
    }

    /** Sends fields (name, value, name, value …) and follows where that leads. */
    public Visitor post(String address, String... fields) {
        List<String> pairs = new ArrayList<>();
        pairs.add("_csrf=" + encoded(page.select("input[name=_csrf]").attr("value")));
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + encoded(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(site + address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    public Visitor signIn(String name, String password) {
        return open("/sign-in").post("/sign-in", "name", name, "password", password);
    }

    public Visitor signIn(AccountFixtures.Somebody somebody) {
        return signIn(somebody.signInName(), AccountFixtures.PASSWORD);
    }

    public int status() {
        return status;
    }

    /** Where the last redirect led to. */
    public String path() {
        return path;
    }

    public Document page() {
        return page;
    }

    public String main() {
        return page.select("main").text();
    }

    public String title() {
        return page.title();
    }

    public String errors() {
        return page.select(".govuk-error-summary__body").text();
    }

    public String sessionCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("yinxin-session"))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private Visitor send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(
                    request.header("Accept-Language", language)
                            .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36")
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            status = response.statusCode();
            path = response.uri().getRawPath();
            page = Jsoup.parse(response.body());
            String location = response.headers().firstValue("Location").orElse("");
            return location.isEmpty() ? this : open(URI.create(site).resolve(location));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Visitor open(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
