#pragma once

#include "app/admin/AdminWords.h"
#include "app/admin/UserCommands.h"
#include "app/base/Clock.h"
#include "app/base/Result.h"

#include <QCommandLineParser>
#include <QTranslator>

#include <memory>

namespace motcua::domain::ports {
class Printer;
class ForeignPages;
class Scanner;
}
namespace motcua::station {
class Activation;
class Diagnosis;
class Station;
}

namespace motcua::admin {

/// motcua-admin: reads the command line, does one thing, ends with 0 (done), 1 (not done, said why) or 2 (not understood).
/// Thread: main.
class AdminCommands : public QObject {
    Q_OBJECT

public:
    AdminCommands();
    ~AdminCommands() override;

    /// An exit code, or nothing when the work goes on and ends with finished().
    std::optional<int> run(const QStringList& arguments);

signals:
    void finished(int exitCode);

private:
    std::optional<int> verify();
    std::optional<int> enrol();
    std::optional<int> addUser();
    std::optional<int> diagnose();
    std::optional<int> copy(const QString& from, const QString& to);
    std::optional<int> removeUser();
    std::optional<int> resetPassword();
    std::optional<int> securityLog();
    /// A user of the station, or the province with its recovery key. Errors: "unlock.wrong-key".
    base::Result<UserCommands> whoever() const;
    /// Has the key of a way in bound, where there is a code, and puts it in its place.
    std::optional<int> bind(const UserCommands& users, base::Result<UserCommands::WayIn> way, const QString& done);
    /// And what the password that was chosen is worth.
    QString withStrength(const QString& said, const domain::PasswordOpinion& opinion) const;
    void speak();
    std::optional<int> ended(const base::Outcome& outcome);
    QString value(const char* option) const { return m_parser.value(QLatin1String(option)); }
    bool needs(std::initializer_list<const char*> options);

    QCommandLineParser m_parser;
    Words m_words{Tongue::Vietnamese};
    std::unique_ptr<station::Station> m_station;
    QTranslator m_translator;
    base::SystemClock m_clock;
    std::unique_ptr<domain::ports::Printer> m_printer;
    std::unique_ptr<domain::ports::Scanner> m_scanner;
    std::unique_ptr<domain::ports::ForeignPages> m_pages;
    std::unique_ptr<station::Diagnosis> m_diagnosis;
    std::unique_ptr<UserCommands::WayIn> m_way;
    std::unique_ptr<station::Activation> m_activation;
};

}
