package org.yinxin.sealing.ofd.drawing;

import org.yinxin.seal.ses.SealPicture;
import org.yinxin.sealing.ofd.OfdSignature.StampAnnotation;

/** Where a signature shows on a page (18.2.3), with the picture inside the signed seal. */
record Stamp(StampAnnotation place, SealPicture picture) {}
