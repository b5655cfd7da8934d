#include "app/admin/AdminCommands.h"

#include "app/admin/Diagnosis.h"
#include "app/admin/StationCopy.h"
#include "app/journal/Unlocked.h"
#include "app/journal/log/Verify.h"
#include "app/station/Station.h"

#include <QFile>

#include <cstdio>

namespace motcua::admin {

namespace {

constexpr int notUnderstood = 2;

void say(const QString& text, std::FILE* where = stdout) {
    std::fputs((text + QLatin1Char('\n')).toUtf8().constData(), where);
    std::fflush(where);
}

QString lineFromInput(QFile& input) {
    return QString::fromUtf8(input.readLine()).remove(QLatin1Char('\n')).remove(QLatin1Char('\r'));
}

}

AdminCommands::AdminCommands() {
    m_parser.setApplicationDescription(
        QStringLiteral("Một Cửa: công cụ của kỹ thuật viên / the technician's tool\n\n"
                       "  enrol     --data DIR --gateway URL --code CODE --name NAME --user LOGIN --password-stdin\n"
                       "  add-user  --data DIR --user LOGIN --new LOGIN --password-stdin   (hai dòng / two lines: LOGIN's password, the new one's)\n"
                       "  verify    --data DIR\n"
                       "  diagnose  --data DIR\n"
                       "  backup    --data DIR --to DIR\n"
                       "  restore   --from DIR --data DIR"));
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    m_parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("enrol, add-user, verify, diagnose, backup, restore"));
    const auto option = [this](const char* name, const char* text, const char* value = "") {
        m_parser.addOption(QCommandLineOption(QLatin1String(name), QString::fromUtf8(text), QLatin1String(value)));
    };
    option("data", "Thư mục dữ liệu của trạm / the station's data folder", "DIR");
    option("gateway", "Địa chỉ đăng ký của tỉnh / the province's enrolment address", "URL");
    option("code", "Mã đăng ký một lần / one-time code", "CODE");
    option("name", "Tên quầy / the desk's name", "NAME");
    option("user", "Tài khoản / account", "LOGIN");
    option("new", "Tài khoản thêm vào / account to add", "LOGIN");
    option("password-stdin", "Đọc mật khẩu từ đầu vào chuẩn / read passwords from standard input");
    option("to", "Nơi lưu / target", "DIR");
    option("from", "Bản sao lưu / backup", "DIR");
    m_parser.addOption(QCommandLineOption(QStringLiteral("lang"), QStringLiteral("vi, en"), QStringLiteral("LANG"), QStringLiteral("vi")));
}

AdminCommands::~AdminCommands() = default;

std::optional<int> AdminCommands::run(const QStringList& arguments) {
    m_parser.process(arguments);
    m_words = Words(value("lang") == QLatin1String("en") ? base::Language::English : base::Language::Vietnamese);
    const QString command = m_parser.positionalArguments().value(0);
    if (command == QLatin1String("verify") && needs({"data"}))
        return verify();
    if (command == QLatin1String("enrol") && needs({"data", "gateway", "code", "user", "password-stdin"}))
        return enrol();
    if (command == QLatin1String("add-user") && needs({"data", "user", "new", "password-stdin"}))
        return addUser();
    if (command == QLatin1String("diagnose") && needs({"data"}))
        return diagnose();
    if (command == QLatin1String("backup") && needs({"data", "to"}))
        return copy(value("data"), value("to"));
    if (command == QLatin1String("restore") && needs({"from", "data"}))
        return copy(value("from"), value("data"));
    say(m_parser.helpText(), stderr);
    return notUnderstood;
}

bool AdminCommands::needs(std::initializer_list<const char*> options) {
    for (const char* option : options)
        if (!m_parser.isSet(QLatin1String(option))) {
            say(m_words.pick(QStringLiteral("Thiếu --%1."), QStringLiteral("--%1 is missing.")).arg(QLatin1String(option)), stderr);
            return false;
        }
    return true;
}

std::optional<int> AdminCommands::verify() {
    const auto checked = journal::verify(value("data"));
    if (!checked) {
        say(m_words.of(checked.error()));
        return 1;
    }
    for (const journal::Fault& fault : checked->faults)
        say(QStringLiteral("%1 (%2)").arg(fault.place, fault.code));
    if (!checked->faults.empty())
        return 1;
    say(QStringLiteral("ok events=%1 head=%2").arg(checked->events).arg(QString::fromLatin1(checked->head.toHex())));
    return 0;
}

std::optional<int> AdminCommands::enrol() {
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return notUnderstood;
    m_station = std::make_unique<station::Station>(station::StationSetup{value("data")});
    const QString name = m_parser.isSet(QStringLiteral("name")) ? value("name") : QSysInfo::machineHostName();
    m_station->enrol({value("gateway"), value("code"), name, value("user"), lineFromInput(input)}).then(this, [this](const base::Outcome& outcome) {
        if (outcome)
            say(m_words.pick(QStringLiteral("Đã đăng ký trạm %1."), QStringLiteral("Enrolled station %1.")).arg(m_station->card().station));
        emit finished(ended(outcome).value_or(0));
    });
    return {};
}

std::optional<int> AdminCommands::addUser() {
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return notUnderstood;
    const QString password = lineFromInput(input);
    const QString newPassword = lineFromInput(input);
    const auto added = addSlot(value("data"), password, newPassword);
    if (added)
        say(m_words.pick(QStringLiteral("Đã thêm %1."), QStringLiteral("Added %1.")).arg(value("new")));
    return ended(added);
}

base::Outcome AdminCommands::addSlot(const QString& directory, const QString& password, const QString& newPassword) {
    const auto data = journal::StationData::open(directory);
    if (!data)
        return base::fail(data.error());
    const auto unlocked = (*data)->unlock(value("user"), password);
    if (!unlocked)
        return base::fail(unlocked.error());
    const QString login = value("new").trimmed().toLower();
    // A station that has never heard from the province knows no accounts yet; the login is then checked when it is first used.
    const auto& accounts = (*unlocked)->archive().accounts();
    const bool known = accounts.empty() || std::any_of(accounts.begin(), accounts.end(),
                                               [&login](const domain::Account& account) { return account.login == login && account.active; });
    if (!known)
        return base::fail(QStringLiteral("access.unknown-user"));
    if (const auto added = (*unlocked)->addUser(login, newPassword); !added)
        return added;
    auto card = station::StationCard::read(directory);
    if (!card)
        return base::fail(card.error());
    card->logins.append(login);
    return card->write(directory);
}

std::optional<int> AdminCommands::diagnose() {
    m_diagnosis = std::make_unique<Diagnosis>(value("data"), m_words);
    connect(m_diagnosis.get(), &Diagnosis::finished, this, [this](const QString& page) {
        say(page);
        emit finished(0);
    });
    m_diagnosis->begin();
    return {};
}

std::optional<int> AdminCommands::copy(const QString& from, const QString& to) {
    const auto copied = copyStation(from, to);
    if (copied)
        say(m_words.pick(QStringLiteral("Đã chép và kiểm tra: %1"), QStringLiteral("Copied and verified: %1")).arg(to));
    return ended(copied);
}

std::optional<int> AdminCommands::ended(const base::Outcome& outcome) {
    if (outcome)
        return 0;
    say(m_words.of(outcome.error()), stderr);
    return 1;
}

}
