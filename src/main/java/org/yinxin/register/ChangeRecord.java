package org.yinxin.register;

import java.time.Instant;
import java.util.List;

/**
 * One entry of the change record.
 *
 * @param added whether the register's entry came into being
 */
public record ChangeRecord(Instant at, Author author, boolean added, List<FieldChange> changes) {}
