package org.yinxin.ledger;

import java.util.List;
import org.yinxin.ledger.proof.KnownValidator;

/** The chain's validators by name, as the settings know them: {@code name:0xaddress@from-to}. */
record Validators(List<Named> all) {

    private record Named(String name, KnownValidator validator) {}

    static Validators of(List<String> settings) {
        return new Validators(settings.stream().map(Validators::read).toList());
    }

    private static Named read(String setting) {
        String[] parts = setting.split(":", 2);
        return new Named(parts[0], KnownValidator.parse(parts[1]));
    }

    List<KnownValidator> known() {
        return all.stream().map(Named::validator).toList();
    }

    /** The name behind an address, or the address itself. */
    String name(String address) {
        return all.stream()
                .filter(named -> named.validator().address().equals(address))
                .map(Named::name)
                .findFirst()
                .orElse(address);
    }

    List<String> namesAt(long block) {
        return all.stream()
                .filter(named -> named.validator().at(block))
                .map(Named::name)
                .toList();
    }
}
