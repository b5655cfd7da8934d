#include "app/station/Enroller.h"

#include "app/domain/password/PasswordRule.h"
#include "app/journal/Unlocked.h"
#include "app/station/Identity.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QtConcurrent>

#include <cstdio>

namespace motcua::station {

namespace {

base::Outcome create(const QString& directory, const journal::StationOptions& options, const counter::Enrolment& wanted, const Identity& identity,
    const http::Enrolment& enrolment) {
    const auto& voucher = enrolment.answer.voucher;
    auto data = journal::StationData::create(directory,
        {domain::StationId::fromString(identity.card.station), enrolment.answer.recoveryKey.toLatin1(), wanted.login, wanted.password,
            enrolment.signer, voucher ? QJsonDocument(base::toJson(*voucher)).toJson(QJsonDocument::Compact) : QByteArray()},
        options);
    if (!data)
        return base::fail(data.error());
    auto unlocked = (*data)->unlock(wanted.login, wanted.password);
    if (!unlocked)
        return base::fail(unlocked.error());
    return identity.seal((*unlocked)->secrets())
        .and_then([&](base::Done) {
            return (*unlocked)->securityLog().note({domain::SecurityKind::Enrolled, {}, {}, wanted.login});
        })
        .and_then([&](base::Done) { return identity.card.write(directory); });
}

QString asideOf(const QString& directory) {
    return QDir::cleanPath(directory) + QStringLiteral(".enrolling");
}

/// Builds the directory aside and moves it to its place in one step, so that a power cut leaves no half of a station.
base::Outcome found(const StationSetup& setup, const counter::Enrolment& wanted, const Identity& identity, const http::Enrolment& enrolment) {
    const QString aside = asideOf(setup.directory);
    QDir(aside).removeRecursively();
    QDir().mkpath(QFileInfo(aside).path());
    if (auto made = create(aside, setup.journal, wanted, identity, enrolment); !made) {
        QDir(aside).removeRecursively();
        return made;
    }
    if (std::rename(QFile::encodeName(aside).constData(), QFile::encodeName(QDir::cleanPath(setup.directory)).constData()) != 0)
        return base::fail(QStringLiteral("journal.exists"));
    return base::done();
}

}

Enroller::Enroller(const StationSetup& setup, http::EnrolmentClient& client, counter::Enrolment wanted)
    : m_setup(setup), m_wanted(std::move(wanted)), m_client(client) {
    m_wanted.login = m_wanted.login.trimmed().toLower();
    m_wanted.stationName = m_wanted.stationName.simplified();
    connect(&m_client, &http::EnrolmentClient::failed, this, &Enroller::finished);
    connect(&m_client, &http::EnrolmentClient::enrolled, this, &Enroller::found);
}

void Enroller::begin() {
    // The code is good for one use: what can be known to fail is found before it is spent.
    base::Error obstacle;
    const QDir directory(m_setup.directory);
    if (journal::StationData::exists(m_setup.directory) || (directory.exists() && !directory.isEmpty()))
        obstacle = {QStringLiteral("journal.exists")};
    else if (m_wanted.login.isEmpty())
        obstacle = {QStringLiteral("access.no-account")};
    else if (const auto fit = domain::checkPassword(m_wanted.password, {m_wanted.login}); !fit)
        obstacle = fit.error();
    else if (const auto tried = journal::StationData::tryDirectory(asideOf(m_setup.directory)); !tried)
        obstacle = tried.error();
    if (obstacle.code.isEmpty())
        m_client.begin({QUrl(m_wanted.gateway), m_wanted.code, m_wanted.login, m_wanted.stationName});
    else
        emit finished(obstacle);
}

void Enroller::found(const http::Enrolment& enrolment) {
    Identity identity;
    identity.key = enrolment.key;
    identity.card.station = enrolment.answer.station;
    identity.card.name = enrolment.answer.stationName;
    // A platform of before does not say what it calls the desk.
    if (identity.card.name.isEmpty())
        identity.card.name = m_wanted.stationName.isEmpty() ? QSysInfo::machineHostName() : m_wanted.stationName;
    identity.card.unit = enrolment.answer.unit;
    identity.card.gateway = enrolment.answer.url;
    identity.card.certificate = enrolment.answer.certificate;
    identity.card.authority = enrolment.answer.authority;
    identity.card.platformKey = enrolment.answer.platformKey;
    identity.card.logins = QStringList{m_wanted.login};
    identity.card.lastLogin = m_wanted.login;
    QtConcurrent::run(&station::found, m_setup, m_wanted, identity, enrolment).then(this, [this](const base::Outcome& outcome) {
        emit finished(outcome ? base::Error() : outcome.error());
    });
}

}
