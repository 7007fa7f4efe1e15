package org.yinxin.authority;

import java.util.List;
import java.util.UUID;

/** A module that builds on enrolled keys says here what hangs on one of them. */
public interface KeyTies {

    List<KeyTie> of(UUID keyId);
}
