package org.yinxin.shared;

/** What a seal is for, with its type number in a seal structure (GB/T 38540-2020). */
public enum SealKind {
    /** 法定名称章: the enterprise's one official seal. */
    STATUTORY_NAME(1),
    /** 财务专用章. */
    FINANCE(2),
    /** 发票专用章. */
    INVOICE(3),
    /** 合同专用章. */
    CONTRACT(4),
    /** 法定代表人名章. */
    LEGAL_REPRESENTATIVE(5),
    /** 业务专用章. */
    BUSINESS(6),
    /** Any other. */
    OTHER(99);

    private final int type;

    SealKind(int type) {
        this.type = type;
    }

    /** The type number that stands in the seal's property information. */
    public int type() {
        return type;
    }
}
