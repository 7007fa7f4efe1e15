package org.yinxin.authority;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What a key signs to prove that its holder has it. The statement is longer than any act's 32 bytes, so that nobody can
 * pass an act off as one.
 *
 * @param personId whose session it is for
 * @param keyId under which the key will be known
 * @param statement the text to be signed
 */
public record EnrolmentChallenge(UUID personId, UUID keyId, String statement, Instant until) implements Serializable {}
