package org.yinxin.seal;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yinxin.authority.KeyTie;
import org.yinxin.authority.KeyTies;

/** Keeps the key at the root of a seal in force from being removed. */
@Component
class SealKeyTies implements KeyTies {

    private final SealRoots roots;

    SealKeyTies(SealRoots roots) {
        this.roots = roots;
    }

    @Override
    public List<KeyTie> of(UUID keyId) {
        return roots.hangingOn(keyId).stream()
                .map(number -> new KeyTie(number.grouped(), "seal.key.tie", "/seals/" + number))
                .toList();
    }
}
