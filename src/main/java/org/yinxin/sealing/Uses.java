package org.yinxin.sealing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.UseCode;

/** The use books, for reading. Purposes and file names in them are for the seal's owner only. */
@Service
@Transactional(readOnly = true)
public class Uses {

    private static final List<UseStatus> MADE = List.of(UseStatus.RECORDED, UseStatus.RELEASED);

    private final UseRows rows;

    Uses(UseRows rows) {
        this.rows = rows;
    }

    /** A use begins when its holder has signed it; before that there is none. */
    public Optional<UseView> find(UseCode code) {
        return rows.findByCode(code.value()).filter(Use::isSigned).map(Use::view);
    }

    /** The newest uses of a seal. */
    public List<UseView> ofSeal(SealNumber seal) {
        return book(seal, "", PageRequest.of(0, 50)).getContent();
    }

    /** A seal's uses, newest first; {@code text} is looked for in code, purpose and file name. */
    public Page<UseView> book(SealNumber seal, String text, Pageable page) {
        String wanted = wanted(text);
        return rows.book(seal.value(), wanted, pattern(wanted), page).map(Use::view);
    }

    static String wanted(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** For {@code like}, with nothing in it that stands for something else. */
    static String pattern(String wanted) {
        return "%" + wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** How many uses of a seal are on the chain. */
    public long count(SealNumber seal) {
        return rows.countBySealNumberAndStatusIn(seal.value(), MADE);
    }

    /** What the person stamped last. */
    public List<UseView> recent(UUID person) {
        return rows.newestOf(person).stream().map(Use::view).toList();
    }
}
