package org.yinxin.mandate;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.account.PhoneNumber;

/**
 * What a giver writes down.
 *
 * @param giver holds the mandate above
 * @param name what the giver calls the person or machine
 * @param phone of the one account that may accept; anyone with the invitation code where none is named
 * @param kinds of documents; empty for every kind that the mandate above allows
 */
public record Offer(
        UUID giver,
        UUID above,
        MandateRole role,
        String name,
        @Nullable PhoneNumber phone,
        Limits limits,
        Set<DocumentClass> kinds) {}
