package org.yinxin.authority;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.AccountBook;
import org.yinxin.account.AccountEventKind;
import org.yinxin.account.Origin;
import org.yinxin.ledger.authority.AuthorityKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Takes keys in that prove themselves by a signature: a browser's and a machine's. */
@Service
@Transactional
public class KeyEnrolment {

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int LONGEST_ANSWER = 4096;

    private final KeyBook keys;
    private final PasskeySite site;
    private final AccountBook history;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeyEnrolment(KeyBook keys, PasskeySite site, AccountBook history, Clock clock) {
        this.keys = keys;
        this.site = site;
        this.history = history;
        this.clock = clock;
    }

    public EnrolmentChallenge challenge(UUID personId) {
        byte[] drawn = new byte[32];
        random.nextBytes(drawn);
        UUID keyId = UUID.randomUUID();
        String statement = String.join(
                ":",
                "yinxin-key",
                site.relyingParty(),
                keyId.toString(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(drawn));
        return new EnrolmentChallenge(
                personId, keyId, statement, clock.instant().plus(PATIENCE));
    }

    /**
     * @param answer JSON of {@code signing.js}: the public key as a JWK, and the signature over the statement
     * @param challenge what this person's session was given, and gives away with this
     * @throws KeyRefusedException when the key is not taken
     */
    public KeyView browser(
            UUID personId, String label, String answer, @Nullable EnrolmentChallenge challenge, Origin origin) {
        EnrolmentChallenge given = demand(challenge, personId);
        try {
            if (answer.length() > LONGEST_ANSWER) {
                throw new KeyRefusedException(KeyRefusal.NOT_UNDERSTOOD);
            }
            JsonNode json = BrowserJson.read(answer);
            AuthorityKey key = PublicKeyText.jwk(json.path("key"));
            byte[] proof = Base64.getUrlDecoder().decode(BrowserJson.text(json, "signature"));
            return enter(given, label, KeyMethod.BROWSER, key, proof, origin);
        } catch (IllegalArgumentException | JacksonException e) {
            throw new KeyRefusedException(KeyRefusal.NOT_UNDERSTOOD);
        }
    }

    /**
     * @param publicKey PEM or JWK
     * @param proof the signature over the statement in base64, as openssl prints it
     * @throws KeyRefusedException when the key is not taken; the challenge holds on until one is
     */
    public KeyView machine(
            UUID personId,
            String label,
            String publicKey,
            String proof,
            @Nullable EnrolmentChallenge challenge,
            Origin origin) {
        EnrolmentChallenge given = demand(challenge, personId);
        String name = Labels.check(label);
        AuthorityKey key = PublicKeyText.read(publicKey);
        return enter(given, name, KeyMethod.MACHINE, key, ProofOfPossession.read(proof), origin);
    }

    private KeyView enter(
            EnrolmentChallenge given, String label, KeyMethod method, AuthorityKey key, byte[] proof, Origin origin) {
        String name = Labels.check(label);
        if (!ProofOfPossession.holds(key, given.statement(), proof)) {
            throw new KeyRefusedException(
                    method == KeyMethod.MACHINE ? KeyRefusal.PROOF_WRONG : KeyRefusal.NOT_UNDERSTOOD);
        }
        KeyView entered = keys.enter(given.keyId(), given.personId(), name, method, key);
        history.enter(given.personId(), AccountEventKind.KEY_ENROLLED, origin);
        return entered;
    }

    private EnrolmentChallenge demand(@Nullable EnrolmentChallenge challenge, UUID personId) {
        if (challenge == null
                || !challenge.personId().equals(personId)
                || !clock.instant().isBefore(challenge.until())) {
            throw new KeyRefusedException(KeyRefusal.CHALLENGE_GONE);
        }
        return challenge;
    }
}
