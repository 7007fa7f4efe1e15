package org.yinxin.authority;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.shared.Digest;
import org.yinxin.site.SiteSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** This site as authenticators know it: the public address's domain, and the pages that may ask (WebAuthn 5.1.3). */
@Component
class PasskeySite {

    private static final String LOCAL = "localhost";

    private final String relyingParty;
    private final Set<String> origins = new CopyOnWriteArraySet<>();
    private final boolean embedded;

    PasskeySite(SiteSettings settings, Environment environment) {
        URI address = URI.create(settings.publicAddress());
        this.relyingParty = address.getHost();
        this.origins.add(origin(address));
        this.embedded = environment.acceptsProfiles(Profiles.of("embedded"));
    }

    /** A portal that is only tried out may listen on whatever port is free. */
    @EventListener
    void listening(WebServerInitializedEvent server) {
        if (embedded && LOCAL.equals(relyingParty)) {
            origins.add("http://" + LOCAL + ":" + server.getWebServer().getPort());
        }
    }

    String relyingParty() {
        return relyingParty;
    }

    /** Grows once the portal listens. */
    Set<String> origins() {
        return origins;
    }

    /** Whether a passkey's assertion was given on a page of this site and in no frame of another. */
    boolean gave(HolderSignature signature) {
        byte[] data = signature.authenticatorBytes();
        byte[] site =
                Digest.sha256(relyingParty.getBytes(StandardCharsets.UTF_8)).bytes();
        return data.length >= Digest.LENGTH
                && Arrays.equals(Arrays.copyOf(data, Digest.LENGTH), site)
                && isOurPage(signature.clientDataJson());
    }

    private boolean isOurPage(@Nullable String clientData) {
        if (clientData == null) {
            return false;
        }
        try {
            JsonNode said = BrowserJson.read(clientData);
            JsonNode framed = said.path("crossOrigin");
            boolean own = framed.isMissingNode() || framed.isBoolean() && !framed.booleanValue();
            return own && !said.has("topOrigin") && origins.contains(BrowserJson.text(said, "origin"));
        } catch (IllegalArgumentException | JacksonException e) {
            return false;
        }
    }

    private static String origin(URI address) {
        boolean usual = address.getPort() < 0 || address.getPort() == ("https".equals(address.getScheme()) ? 443 : 80);
        return address.getScheme() + "://" + address.getHost() + (usual ? "" : ":" + address.getPort());
    }
}
