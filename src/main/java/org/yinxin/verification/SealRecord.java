package org.yinxin.verification;

import org.yinxin.seal.SealView;

/** What our own books hold of a seal: its row, the file made at its issue and the picture that is shown. */
record SealRecord(SealView row, byte[] sealFile, byte[] imprint) {}
