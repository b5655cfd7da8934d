#pragma once

#include "sync/vault/KeyRing.h"

#include <QCommandLineParser>

namespace motcua::gateway {

/// What the command line says of the key from outside. Used by GatewayCommands; asks at most once.
class KeyOptions {
public:
    explicit KeyOptions(const QCommandLineParser& parser) : m_parser(parser) {}

    static void describe(QCommandLineParser& parser);

    enum class Purpose {
        Open,
        Make, ///< a passphrase is chosen now
    };
    /// Errors: those of knownPassphrase() and chosenPassphrase().
    base::Result<vault::KeySource> source(Purpose purpose = Purpose::Open);
    /// The same for reseal: what is to open the data from now on; empty: what does already.
    base::Result<vault::KeySource> next() const;
    /// By what was said, or what is remembered; a passphrase that is wanted and was not said is asked for. Errors: those of KeyRing::open().
    base::Result<vault::KeyRing> ring(const QString& directory);

private:
    const QCommandLineParser& m_parser;
    base::Secret m_passphrase;
};

}
