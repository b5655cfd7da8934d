#include "sync/gateway/commands/AuthorityCommands.h"

#include "sync/gateway/commands/Passphrase.h"
#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/keys/AuthorityFiles.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/vault/OutsideKey.h"

#include <algorithm>

namespace motcua::gateway {

namespace {

constexpr int mostDays = 20 * 365;

constexpr PassphraseSource ofRoot{"root-passphrase-fd", "Mật khẩu của khóa gốc / passphrase of the root: "};

base::Error lacking(const char* option) {
    return {QStringLiteral("command.incomplete"), {{QStringLiteral("option"), QLatin1String(option)}}};
}

}

void AuthorityCommands::describe(QCommandLineParser& parser) {
    const auto option = [&](const char* name, const char* text, const char* value, const QString& fallback = {}) {
        parser.addOption(QCommandLineOption(QLatin1String(name), QLatin1String(text), QLatin1String(value), fallback));
    };
    option("root", "init, authority: the folder of the province's root, on a medium or a machine of its own.", "DIR");
    option("root-passphrase-fd", "Its passphrase, the first line of an open descriptor; otherwise it is asked for at the terminal.", "N");
    option("authority-days", "init, authority sign, authority renew: how long the authority is good; init --training: ten years.", "N",
        QString::number(Root::usualDays));
    option("request", "authority sign: what authority request has written.", "FILE");
    option("certificate", "authority install: what authority sign has written.", "FILE");
}

QString AuthorityCommands::help() {
    return QStringLiteral("  authority root     --root DIR     makes the province's root, on a machine without a network\n"
                          "  authority request  --file FILE    what the gateway asks the root\n"
                          "  authority sign     --root DIR --request FILE --file FILE [--authority-days N]     where the root is\n"
                          "  authority install  --certificate FILE     the root's answer; serve takes it when it starts next\n"
                          "  authority renew    --root DIR     the three in one, where the root is at hand\n");
}

base::Result<QString> AuthorityCommands::needed(const char* option) const {
    const QString value = m_parser.value(QLatin1String(option));
    return value.isEmpty() ? base::Result<QString>(base::fail(lacking(option))) : value;
}

base::Result<QJsonObject> AuthorityCommands::carryOut(const QString& what) {
    const QHash<QString, base::Result<QJsonObject> (AuthorityCommands::*)()> all{{QStringLiteral("root"), &AuthorityCommands::makeRoot},
        {QStringLiteral("request"), &AuthorityCommands::request}, {QStringLiteral("sign"), &AuthorityCommands::sign},
        {QStringLiteral("install"), &AuthorityCommands::install}, {QStringLiteral("renew"), &AuthorityCommands::renew}};
    const auto one = all.value(what);
    return one ? (this->*one)() : base::fail(lacking("help"));
}

base::Result<QJsonObject> AuthorityCommands::makeRoot() {
    const auto folder = needed("root");
    const auto passphrase = folder ? chosenPassphrase(m_parser, ofRoot) : base::fail(folder.error());
    if (!passphrase)
        return base::fail(passphrase.error());
    return Root::make(*folder, *passphrase, m_clock.now()).map([&](const Root&) { return QJsonObject{{QStringLiteral("root"), *folder}}; });
}

base::Result<QJsonObject> AuthorityCommands::request() {
    const auto file = needed("file");
    const auto opened = file ? m_vault() : base::fail(file.error());
    if (!opened)
        return base::fail(opened.error());
    return authorityfiles::request(data(), **opened).and_then([&](const QByteArray& pem) { return writePrivate(*file, pem); }).map([&](base::Done) {
        return QJsonObject{{QStringLiteral("request"), *file}};
    });
}

base::Result<QJsonObject> AuthorityCommands::sign() {
    const auto folder = needed("root");
    const auto asked = folder ? needed("request") : folder;
    const auto file = asked ? needed("file") : asked;
    const auto request = file ? readFile(*asked) : base::fail(file.error());
    const auto passphrase = request ? knownPassphrase(m_parser, ofRoot) : base::fail(request.error());
    if (!passphrase)
        return base::fail(passphrase.error());
    return Root::open(*folder, *passphrase)
        .and_then([&](const Root& root) { return root.sign(*request, m_clock.now(), days(m_parser)); })
        .and_then([&](const QByteArray& pem) { return writePrivate(*file, pem); })
        .map([&](base::Done) {
            return QJsonObject{{QStringLiteral("certificate"), *file}};
        });
}

base::Result<QJsonObject> AuthorityCommands::install() {
    const auto file = needed("certificate");
    const auto pem = file ? readFile(*file) : base::fail(file.error());
    const auto opened = pem ? m_vault() : base::fail(pem.error());
    if (!opened)
        return base::fail(opened.error());
    return authorityfiles::install(data(), *pem, {}, **opened)
        .and_then([&](base::Done) { return Authority::open(data(), **opened); })
        .map([](const std::unique_ptr<Authority>& authority) {
            return QJsonObject{{QStringLiteral("until"), authority->until().toString(Qt::ISODate)}};
        });
}

base::Result<QJsonObject> AuthorityCommands::renew() {
    const auto folder = needed("root");
    const auto opened = folder ? m_vault() : base::fail(folder.error());
    const auto passphrase = opened ? knownPassphrase(m_parser, ofRoot) : base::fail(opened.error());
    const auto root = passphrase ? Root::open(*folder, *passphrase) : base::fail(passphrase.error());
    if (!root)
        return base::fail(root.error());
    return authorityfiles::request(data(), **opened)
        .and_then([&](const QByteArray& request) { return root->sign(request, m_clock.now(), days(m_parser)); })
        .and_then([&](const QByteArray& pem) { return authorityfiles::install(data(), pem, {}, **opened); })
        .and_then([&](base::Done) { return Authority::open(data(), **opened); })
        .map([](const std::unique_ptr<Authority>& authority) {
            return QJsonObject{{QStringLiteral("until"), authority->until().toString(Qt::ISODate)}};
        });
}

int AuthorityCommands::days(const QCommandLineParser& parser) {
    return std::clamp(parser.value(QStringLiteral("authority-days")).toInt(), 1, mostDays);
}

base::Result<std::shared_ptr<const Root>> AuthorityCommands::rootFor(
    const QCommandLineParser& parser, const QString& directory, bool isTraining, const QDateTime& now) {
    const QString place = parser.value(QStringLiteral("root"));
    if (place.isEmpty())
        return isTraining ? base::Result<std::shared_ptr<const Root>>(nullptr) : base::fail(lacking("root"));
    if (vault::isWithin(place, directory))
        return base::fail(QStringLiteral("key.inside-data"), {{QStringLiteral("file"), place}});
    const bool isThere = Root::isIn(place);
    const auto passphrase = isThere ? knownPassphrase(parser, ofRoot) : chosenPassphrase(parser, ofRoot);
    if (!passphrase)
        return base::fail(passphrase.error());
    return (isThere ? Root::open(place, *passphrase) : Root::make(place, *passphrase, now)).map([](Root root) {
        return std::make_shared<const Root>(std::move(root));
    });
}

}
