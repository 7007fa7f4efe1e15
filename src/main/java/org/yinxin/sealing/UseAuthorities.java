package org.yinxin.sealing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.authority.LedgerDomain;
import org.yinxin.ledger.reconciliation.ChainFact;
import org.yinxin.ledger.reconciliation.RowCheck;
import org.yinxin.mandate.DocumentClass;
import org.yinxin.mandate.KindAuthority;
import org.yinxin.mandate.MandateView;
import org.yinxin.mandate.Mandates;
import org.yinxin.sealing.UseBookRows.AuthorityRow;
import org.yinxin.sealing.UseBookRows.UseRow;
import org.yinxin.shared.Digest;

/** Compares under which mandate a use was signed, with which key and how, with what was brought to the chain. */
@Component
class UseAuthorities {

    private final Mandates mandates;
    private final Ledger ledger;

    UseAuthorities(Mandates mandates, Ledger ledger) {
        this.mandates = mandates;
        this.ledger = ledger;
    }

    /** The mandates that these uses name, each looked up once. */
    Known of(Collection<UseRow> uses) {
        Map<Digest, Optional<MandateView>> named = new HashMap<>();
        uses.stream()
                .map(UseRow::authority)
                .filter(Objects::nonNull)
                .forEach(authority -> named.computeIfAbsent(authority.mandate(), mandates::findOnChain));
        return new Known(named, new HashMap<>(), ledger.domain().orElse(null));
    }

    /** What stands for the kind of document under the mandate; nothing where it does not allow the kind. */
    private Optional<Digest> leaf(AuthorityRow authority) {
        return mandates.authority(authority.mandate(), DocumentClass.valueOf(authority.documentClass()))
                .map(KindAuthority::kind);
    }

    /** What one comparison knows of mandates, which have been compared themselves. */
    final class Known {

        private final Map<Digest, Optional<MandateView>> named;
        private final Map<String, Optional<Digest>> leaves;
        private final @Nullable LedgerDomain domain;

        private Known(
                Map<Digest, Optional<MandateView>> named,
                Map<String, Optional<Digest>> leaves,
                @Nullable LedgerDomain domain) {
            this.named = named;
            this.leaves = leaves;
            this.domain = domain;
        }

        void compare(UseRow row, ChainFact use, RowCheck check) {
            AuthorityRow authority = row.authority();
            if (authority == null) {
                return;
            }
            check.note("mandate", use.digest("mandate"), authority.mandate())
                    .note("kind_leaf", use.digest("kind"), authority.said().kind())
                    .note("contract", domain, authority.domain());
            named.getOrDefault(authority.mandate(), Optional.empty())
                    .ifPresent(mandate -> compare(authority, mandate, check));
            // What the outbox tells has been held against the transaction that was signed and sent.
            if (use.told() instanceof LedgerEntry.Use told) {
                check.note("signature", told.authority(), authority.said());
            }
        }

        private void compare(AuthorityRow authority, MandateView mandate, RowCheck check) {
            check.note("root_mandate", mandate.aboveId() == null, authority.root());
            if (mandate.holder() != null) {
                check.note("key", mandate.holder().key(), authority.key());
            }
            String what = authority.mandate().hex() + authority.documentClass();
            Digest leaf = leaves.computeIfAbsent(what, any -> leaf(authority)).orElse(null);
            check.note("document_class", authority.said().kind(), leaf);
        }
    }
}
