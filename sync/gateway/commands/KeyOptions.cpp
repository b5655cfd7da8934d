#include "sync/gateway/commands/KeyOptions.h"

#include "sync/gateway/commands/Passphrase.h"

namespace motcua::gateway {

namespace {

constexpr PassphraseSource ofData{"passphrase-fd", "Mật khẩu của dữ liệu / passphrase of the data: "};

}

void KeyOptions::describe(QCommandLineParser& parser) {
    const auto option = [&](const char* name, const char* text, const char* value = "") {
        parser.addOption(QCommandLineOption(QLatin1String(name), QLatin1String(text), QLatin1String(value)));
    };
    option("key-file", "The key that opens the data, outside the data folder; init and seal make it. Otherwise $CREDENTIALS_DIRECTORY/motcua-key.",
        "FILE");
    option("passphrase", "In its place: a passphrase, asked for at the terminal.");
    option("passphrase-fd", "The same, the first line of an open descriptor.", "N");
    option("new-key", "reseal: the key file that opens the data from now on; made where it is not there.", "FILE");
    option("new-passphrase", "reseal: the same by a passphrase, asked for at the terminal.");
    option("new-passphrase-fd", "The same, the first line of an open descriptor.", "N");
    option("recovery-key", "init, seal: where the province's recovery key is put, outside the data folder: take it off this machine.", "FILE");
    option("recovery-public", "init: the public half of a recovery key that was made elsewhere.", "FILE");
}

base::Result<vault::KeySource> KeyOptions::source(Purpose purpose) {
    const bool isWanted = m_parser.isSet(QStringLiteral("passphrase-fd")) || m_parser.isSet(QStringLiteral("passphrase"));
    if (m_passphrase.isEmpty() && isWanted) {
        const auto said = purpose == Purpose::Make ? chosenPassphrase(m_parser, ofData) : knownPassphrase(m_parser, ofData);
        if (!said)
            return base::fail(said.error());
        m_passphrase = *said;
    }
    return vault::KeySource{m_parser.value(QStringLiteral("key-file")), m_passphrase, false};
}

base::Result<vault::KeySource> KeyOptions::next() const {
    vault::KeySource next{m_parser.value(QStringLiteral("new-key")), {}, true};
    if (m_parser.isSet(QStringLiteral("new-passphrase-fd")) || m_parser.isSet(QStringLiteral("new-passphrase"))) {
        const auto said = chosenPassphrase(m_parser, {"new-passphrase-fd", "Mật khẩu mới của dữ liệu / new passphrase of the data: "});
        if (!said)
            return base::fail(said.error());
        next.passphrase = *said;
    }
    return next;
}

base::Result<vault::KeyRing> KeyOptions::ring(const QString& directory) {
    const auto said = source();
    if (!said)
        return base::fail(said.error());
    auto ring = vault::KeyRing::open(directory, *said);
    if (ring || ring.error().code != QLatin1String("key.passphrase-missing"))
        return ring;
    const auto asked = knownPassphrase(m_parser, ofData);
    if (!asked)
        return base::fail(ring.error());
    m_passphrase = *asked;
    return vault::KeyRing::open(directory, {{}, m_passphrase, false});
}

}
