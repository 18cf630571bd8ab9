/**
 * What a host application, a provider author and a store author compile against: the model, the configuration, the
 * errors, the host's callbacks, the stores and the adapter contract. It depends on nothing at run time.
 */
module dev.issuelink.api {
    requires static transitive org.jspecify;

    exports dev.issuelink;
    exports dev.issuelink.config;
    exports dev.issuelink.error;
    exports dev.issuelink.event;
    exports dev.issuelink.host;
    exports dev.issuelink.model;
    exports dev.issuelink.spi;
    exports dev.issuelink.store;
}
