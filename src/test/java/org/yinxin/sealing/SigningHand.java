package org.yinxin.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.mandate.DocumentClass;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.sealing.plan.StampPlan;

/** Stamps as a handler does, with a key in memory: looks at what is to be signed, signs it, hands it in. */
public final class SigningHand {

    private final ApplicationContext context;

    public SigningHand(ApplicationContext context) {
        this.context = context;
    }

    /** A draft of the owner's with everything that stamping needs. */
    public UUID ready(Owned seal, String fileName, byte[] file, StampPlan plan, String purpose) {
        Drafts drafts = context.getBean(Drafts.class);
        UUID owner = seal.owner().personId();
        UUID draft = ((DraftResult.Started) drafts.start(owner, seal.number(), fileName, file)).draft();
        drafts.place(owner, draft, plan);
        drafts.state(owner, draft, purpose, DocumentClass.CONTRACT);
        return draft;
    }

    /** The owner signs with the seal's own key. */
    public StampResult stamp(Owned seal, UUID draft) {
        return stamp(
                context.getBean(Stamping.class),
                seal.owner().personId(),
                draft,
                seal.owner().key());
    }

    StampResult stamp(Stamping stamping, UUID person, UUID draft, SoftKey key) {
        Preparation.Ready ready = prepared(person, draft);
        return stamping.stamp(person, draft, ready.code(), key.sign(ready.digest()));
    }

    StampResult handIn(UUID person, UUID draft, Preparation.Ready ready, HolderSignature signature) {
        return context.getBean(Stamping.class).stamp(person, draft, ready.code(), signature);
    }

    Preparation.Ready prepared(UUID person, UUID draft) {
        Preparation preparation = context.getBean(Authorising.class).prepare(person, draft);
        assertThat(preparation).isInstanceOf(Preparation.Ready.class);
        return (Preparation.Ready) preparation;
    }

    /** What signing.js would put into the form. */
    public static String field(HolderSignature signature) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        byte[] value = ByteBuffer.allocate(64)
                .put(signature.r().bytes())
                .put(signature.s().bytes())
                .array();
        String json = "{\"signature\":\"" + base64.encodeToString(value) + "\"";
        return signature.clientDataJson() == null
                ? json + "}"
                : json + ",\"authenticatorData\":\"" + signature.authenticatorData() + "\",\"clientDataJSON\":\""
                        + base64.encodeToString(signature.clientDataBytes()) + "\"}";
    }
}
