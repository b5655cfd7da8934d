#pragma once

#include "Desk.h"
#include "Line.h"
#include "Province.h"

#include <QJsonObject>

namespace motcua::recorder {

/// The three days that are played. Every step is what a person does at a screen, through the use cases of fb30b3b.
class Story {
public:
    Story(Province& province, Line& line, PlayedClock& clock, Desk& desk, Desk& supervisor)
        : m_province(province), m_line(line), m_clock(clock), m_desk(desk), m_supervisor(supervisor) {}

    void firstDay();
    void lastDayOfTheYear();
    void newYear();
    /// What each dossier stands for: {"an": {"dossier": UUID, "what": "…"}, …}.
    const QJsonObject& people() const { return m_people; }

private:
    using Id = domain::DossierId;

    /// A minute goes by.
    void step() { m_clock.pass(60); }
    counter::Intake& intake() { return m_desk.counter().intake(); }
    void remember(const char* person, Id dossier, const char* what);

    // At the desk, by whoever sits there.
    void readCard(const QString& name, const char* sex);
    void fillCopy(const QString& procedure, const QString& document, int pages, int copies);
    void fillGeneral(const QString& procedure);
    Id receive();
    Id receiveCopy(const QString& name, const char* sex, const QString& document, int pages, int copies);
    void print(const QString& form, Id dossier);
    void attest(Id dossier);
    void finish(Id dossier, const counter::Finish& how);
    void spoil(Id dossier, const QString& reason, bool again);
    void askSupplement(Id dossier, const QString& item);
    void bringPaper(Id dossier, const QString& name, const domain::ports::ScannedPage& page);
    /// The supervisor comes to the desk, decides and goes; Lan sits down again.
    void approveHere(const std::vector<Id>& dossiers);

    // At the supervisor's desk, over the line.
    void claim(Id dossier);
    void approveThere(Id dossier);

    void copiesOfTheFirstDay();
    void manyCopies();
    void returnedCopy();
    void generalProcedures();
    void folderlessIntakes();
    void supplements();
    void otherFees();
    void twoHats();
    void atBothDesks();
    void workWithoutALine();
    void leaveDrafts();

    Province& m_province;
    Line& m_line;
    PlayedClock& m_clock;
    Desk& m_desk;
    Desk& m_supervisor;
    int m_citizen = 0;
    int m_page = 0;
    QJsonObject m_people;
    Id m_an, m_lam, m_oanh, m_giang;
};

}
