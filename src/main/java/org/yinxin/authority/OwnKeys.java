package org.yinxin.authority;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.AccountBook;
import org.yinxin.account.AccountEventKind;
import org.yinxin.account.Origin;

/** What people can do with their own keys. */
@Service
@Transactional
public class OwnKeys {

    private final KeyBook keys;
    private final ObjectProvider<KeyTies> ties;
    private final AccountBook history;

    OwnKeys(KeyBook keys, ObjectProvider<KeyTies> ties, AccountBook history) {
        this.keys = keys;
        this.ties = ties;
        this.history = history;
    }

    public Optional<KeyView> find(UUID personId, UUID keyId) {
        return keys.find(keyId).filter(key -> key.personId().equals(personId));
    }

    /** What hangs on a key, in all modules. */
    public List<KeyTie> ties(KeyView key) {
        return ties.orderedStream()
                .flatMap(module -> module.of(key.id()).stream())
                .toList();
    }

    /** @throws KeyRefusedException when it cannot be called so */
    public void rename(KeyView key, String label) {
        keys.rename(key.id(), Labels.check(label));
    }

    /** @throws KeyRefusedException when something hangs on the key */
    public void remove(KeyView key, Origin origin) {
        if (!ties(key).isEmpty()) {
            throw new KeyRefusedException(KeyRefusal.IN_USE);
        }
        keys.remove(key.id());
        history.enter(key.personId(), AccountEventKind.KEY_REMOVED, origin);
    }
}
