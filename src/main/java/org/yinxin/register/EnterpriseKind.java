package org.yinxin.register;

/** The legal form under which an enterprise is registered. */
public enum EnterpriseKind {
    /** 有限责任公司. */
    LIMITED_COMPANY,
    /** 股份有限公司. */
    JOINT_STOCK_COMPANY,
    /** 合伙企业. */
    PARTNERSHIP,
    /** 个人独资企业. */
    SOLE_PROPRIETORSHIP,
    /** 个体工商户. */
    INDIVIDUAL_BUSINESS,
    /** 外商投资企业. */
    FOREIGN_INVESTED
}
