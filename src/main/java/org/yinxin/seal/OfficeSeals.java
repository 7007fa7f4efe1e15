package org.yinxin.seal;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All seals, as officers search them. */
@Service
@Transactional(readOnly = true)
public class OfficeSeals {

    private static final int PAGE = 25;

    private final SealRepository seals;
    private final Clock clock;

    OfficeSeals(SealRepository seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * The one issued last first.
     *
     * @param text the beginning of a seal number, part of a name, a unified social credit code or a 13-digit seal code;
     *     empty for all
     * @param page counts from 1
     */
    public Page<SealView> search(String text, @Nullable SealStatus status, int page) {
        Set<SealStatus> statuses = status == null ? EnumSet.allOf(SealStatus.class) : EnumSet.of(status);
        PageRequest request =
                PageRequest.of(Math.max(0, page - 1), PAGE, Sort.by("issuedAt").descending());
        return seals.search(pattern(text), statuses, request).map(seal -> seal.view(clock.instant()));
    }

    /** Codes are often pasted in groups; names may hold blanks of their own. */
    private static String pattern(String text) {
        String compact = text.replaceAll("[\\s-]", "");
        String searched = compact.matches("[0-9A-Za-z]+") ? compact.toUpperCase(Locale.ROOT) : text.strip();
        return searched.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
