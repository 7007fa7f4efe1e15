package org.yinxin.authority;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;
import org.yinxin.account.OwnAccount;

/** People as authenticators show them: the name they sign in with, and their own. */
@Component
class HolderEntities implements PublicKeyCredentialUserEntityRepository {

    private final Holders holders;
    private final OwnAccount accounts;

    HolderEntities(Holders holders, OwnAccount accounts) {
        this.holders = holders;
        this.accounts = accounts;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return holders.personOf(handle.getBytes())
                .map(personId -> entity(personId, handle))
                .orElse(null);
    }

    /** @param username the person's id, as in the session */
    @Override
    public PublicKeyCredentialUserEntity findByUsername(String username) {
        UUID personId = UUID.fromString(username);
        return entity(personId, new Bytes(holders.handleOf(personId)));
    }

    /** Nothing to do: a handle is drawn and kept when it is first asked for. */
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {}

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("Handles are kept as long as what was signed");
    }

    private PublicKeyCredentialUserEntity entity(UUID personId, Bytes handle) {
        OwnAccount.Overview person = accounts.overview(personId);
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle)
                .name(person.readableSignInName())
                .displayName(person.name())
                .build();
    }
}
