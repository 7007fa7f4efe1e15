package org.yinxin.shared;

/** The three bureaus that run the platform together. */
public enum Bureau {
    /** 市场监督管理局: who the enterprise is. */
    MARKET_SUPERVISION,
    /** 公安局: that the physical seal matches. */
    PUBLIC_SECURITY,
    /** 数据资源管理局: issues the seal, runs the platform. */
    DATA_ADMINISTRATION
}
