package org.yinxin.authority;

import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.yinxin.site.NotFoundException;

/** Hands a demonstration's key to the made-up person it belongs to; everywhere else there is nothing to hand out. */
@Service
public class DemonstrationKeyPairs {

    private final ObjectProvider<DemoKeys> demonstration;
    private final OwnKeys own;

    DemonstrationKeyPairs(ObjectProvider<DemoKeys> demonstration, OwnKeys own) {
        this.demonstration = demonstration;
        this.own = own;
    }

    /**
     * The key pair as a JWK.
     *
     * @throws NotFoundException when it is no demonstration's key, or not this person's
     */
    public Map<String, String> of(UUID personId, UUID keyId) {
        DemoKeys demo = demonstration.getIfAvailable();
        KeyView key = own.find(personId, keyId).orElseThrow(() -> notFound(keyId));
        if (demo == null || !demo.holds(key)) {
            throw notFound(keyId);
        }
        return demo.keyPair(key);
    }

    private static NotFoundException notFound(UUID keyId) {
        return new NotFoundException("demonstration key " + keyId);
    }
}
