package org.yinxin.authority;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.yinxin.ledger.authority.HolderCheck;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.shared.Digest;

/** The enrolled keys of people, and whether they signed. */
@Service
public class AuthorityKeys {

    private final KeyBook book;
    private final PasskeySite site;
    private final ObjectProvider<DemoKeys> demonstration;

    AuthorityKeys(KeyBook book, PasskeySite site, ObjectProvider<DemoKeys> demonstration) {
        this.book = book;
        this.site = site;
        this.demonstration = demonstration;
    }

    /** A person's keys that are not removed, the oldest first. */
    public List<KeyView> of(UUID personId) {
        return book.of(personId);
    }

    /** A key that is not removed, whoever holds it. */
    public Optional<KeyView> find(UUID keyId) {
        return book.find(keyId);
    }

    /** @param words what the signature will mean, in the reader's language */
    public SigningPrompt prompt(KeyView key, Digest act, String words) {
        return new SigningPrompt(key, act, words, site.relyingParty(), isDemonstration(key));
    }

    /** Whether the key is a demonstration's, which its owner may load into any browser. */
    public boolean isDemonstration(KeyView key) {
        DemoKeys demo = demonstration.getIfAvailable();
        return demo != null && demo.holds(key);
    }

    /**
     * Whether the key signed the act: all that the contract checks, and of a passkey also that the assertion was given
     * on a page of this site, which the contract cannot know.
     */
    public boolean accepts(KeyView key, Digest act, HolderSignature signature) {
        return HolderCheck.verify(key.key(), act, signature)
                && (key.method() != KeyMethod.PASSKEY || site.gave(signature));
    }

    /**
     * The signature that was asked for, out of the form's field.
     *
     * @throws SignatureRefusedException when the field does not hold it
     */
    public HolderSignature signature(KeyView key, Digest act, String field) {
        HolderSignature signature = SignatureField.parse(field);
        if (!accepts(key, act, signature)) {
            throw new SignatureRefusedException(SignatureRefusal.NOT_OF_THIS_KEY);
        }
        return signature;
    }
}
