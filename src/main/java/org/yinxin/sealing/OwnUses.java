package org.yinxin.sealing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.mandate.MandateBook;
import org.yinxin.mandate.MandateLine;
import org.yinxin.shared.Digest;
import org.yinxin.site.NotFoundException;

/** A person's own book: what they stamped, and whatever else was recorded under a mandate of theirs. */
@Service
@Transactional(readOnly = true)
public class OwnUses {

    private final UseRows rows;
    private final MandateBook mandates;

    OwnUses(UseRows rows, MandateBook mandates) {
        this.rows = rows;
        this.mandates = mandates;
    }

    /**
     * The person's uses, newest first.
     *
     * @param mandate under which alone; null for all
     * @param text is looked for in code, purpose and file name
     * @throws NotFoundException when the mandate is not theirs
     */
    public Page<UseView> of(UUID person, @Nullable UUID mandate, String text, Pageable page) {
        String wanted = Uses.wanted(text);
        List<MandateLine> held = mandates(person);
        if (mandate == null) {
            return rows.own(person, onChain(held), wanted, Uses.pattern(wanted), page)
                    .map(Use::view);
        }
        List<MandateLine> chosen = held.stream()
                .filter(line -> line.mandate().id().equals(mandate))
                .toList();
        if (chosen.isEmpty()) {
            throw new NotFoundException("Mandate " + mandate + " of others");
        }
        return rows.under(onChain(chosen), wanted, Uses.pattern(wanted), page).map(Use::view);
    }

    /** The person's mandates under which there may be uses: those that have ever been in force. */
    public List<MandateLine> mandates(UUID person) {
        return mandates.ofPerson(person).stream()
                .filter(line -> line.mandate().recordedAt() != null)
                .toList();
    }

    /** How many uses the chain recorded under the person's mandates that do not stand in the books any more. */
    public long missing(UUID person) {
        List<MandateLine> held = mandates(person);
        Map<Digest, Long> standing = held.isEmpty()
                ? Map.of()
                : rows.recordedUnder(onChain(held)).stream()
                        .collect(Collectors.toMap(count -> Digest.of(count.mandate()), UseRows.UnderMandate::uses));
        return held.stream()
                .mapToLong(line ->
                        line.used() - standing.getOrDefault(line.mandate().onChain(), 0L))
                .filter(gone -> gone > 0)
                .sum();
    }

    private static List<byte[]> onChain(List<MandateLine> lines) {
        return lines.stream().map(line -> line.mandate().onChain().bytes()).toList();
    }
}
