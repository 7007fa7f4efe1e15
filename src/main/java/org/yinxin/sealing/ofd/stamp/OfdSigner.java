package org.yinxin.sealing.ofd.stamp;

import org.jspecify.annotations.Nullable;
import org.yinxin.pki.TimeStamper;
import org.yinxin.seal.ses.GmSigner;

/**
 * Who seals an OFD document.
 *
 * @param timeStamper who stamps the signature with the time; null: nobody
 */
public record OfdSigner(GmSigner holder, @Nullable TimeStamper timeStamper) {}
