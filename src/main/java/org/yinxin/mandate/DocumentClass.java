package org.yinxin.mandate;

import java.util.Locale;

/** What a document is in business, as far as a mandate distinguishes it; the name is what the chain's leaf commits to. */
public enum DocumentClass {
    /** 合同. */
    CONTRACT,
    /** 发票. */
    INVOICE,
    /** 证明. */
    CERTIFICATE,
    /** 申请. */
    APPLICATION,
    /** 其他. */
    OTHER;

    /** The key of its word. */
    public String key() {
        return "mandate.class." + name().toLowerCase(Locale.ROOT);
    }
}
