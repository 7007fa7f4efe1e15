package org.yinxin.pki;

import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/** Whose seal a certificate speaks for. */
public record SealSubject(String enterpriseName, Uscc uscc, SealNumber sealNumber) {}
