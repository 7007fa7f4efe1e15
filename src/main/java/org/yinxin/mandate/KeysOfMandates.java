package org.yinxin.mandate;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.KeyTie;
import org.yinxin.authority.KeyTies;

/** Mandates hang on the keys that prove them: one that is not over keeps its key from being removed. */
@Component
class KeysOfMandates implements KeyTies {

    private final MandateRows rows;

    KeysOfMandates(MandateRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public List<KeyTie> of(UUID keyId) {
        return rows.withKey(keyId).stream()
                .filter(mandate -> !mandate.state().status().isOver())
                .map(mandate -> new KeyTie(mandate.seal().grouped(), "mandate.tie", "/mandates/" + mandate.id()))
                .toList();
    }
}
