#pragma once

#include "app/domain/Scan.h"
#include "app/ui/shell/Places.h"

#include <QHash>
#include <QWidget>

class QStackedWidget;

namespace motcua::ui {

class HeldStrip;
class KeyMap;
class NoticeBar;
class PrintStrip;
class Rail;
class SearchPalette;
class StatusStrip;
class TopBar;
class UnprintedPanel;

/// The window's working side: rail, top bar, the place in front, status strip. Lives while the station is open, through locks.
class Workbench : public QWidget {
    Q_OBJECT

public:
    Workbench(counter::Counter& counter, const Places& places, QWidget* parent);

    /// The seated user changed: shows the places of their roles and the first of them.
    void reseat();
    /// False when the user may not see it.
    bool go(const QString& place);
    QString currentPlace() const { return m_current; }
    /// Ids of the places the seated user sees, in the order of the rail.
    QStringList visiblePlaces() const;
    /// The place's page, made when it was not yet; null for one the user may not see.
    PlacePage* page(const QString& place);
    void openDossier(domain::DossierId dossier);
    void openDraft(domain::DraftId draft);
    /// One that does not stand, by its number in the needs-you tray.
    void openReceipt(qint64 seq);
    void openEntry(const domain::EntryReference& entry);
    void notice(const Notice& notice);
    /// Whether whoever is seated is to choose another password: said once, and counted at the place where it is done.
    void remindOfPassword(bool weak);
    /// Whoever sits here does not sign yet, in a unit that takes signed acts alone: said when they sit down, not when a citizen waits.
    void remindOfSignature();
    /// To the place in front, or where it is at home.
    void takeScan(const domain::Scan& scan);
    void refuseScan(const base::Error& error);
    /// Before the lock.
    void deactivate();
    void activate();
    SearchPalette* search();
    void showKeys();

signals:
    void lockRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitRail();
    void closeOverlays();
    void take(const domain::CardQr& card);
    void goOnWith(domain::DossierId dossier);
    void take(const domain::ReceiptScan& receipt);
    void take(const domain::Mrz& lines);
    void take(const domain::Passport& passport);
    void wire();
    void forgetTheOther();
    QString placeOfWork() const;
    void showUnprinted();
    void undo();
    void tellTooLate();
    void tellOfStoppedJob(const counter::WantedPaper& paper, domain::ports::JobFate fate);
    void tellOfPrint(const QString& form, domain::DossierId dossier, const base::Error& error);
    const Place* find(const QString& id) const;
    PlacePage* make(const Place& place);
    std::vector<KeyLine> everywhere() const;
    bool seesDossiers() const;
    void countDossiers();
    void countRefusals();

    counter::Counter& m_counter;
    const Places& m_places;
    std::vector<const Place*> m_visible;
    QHash<QString, PlacePage*> m_pages;
    domain::UserId m_seated;
    QString m_current;
    Rail* m_rail;
    TopBar* m_top;
    QStackedWidget* m_stack;
    PrintStrip* m_unprinted;
    HeldStrip* m_held;
    StatusStrip* m_strip;
    SearchPalette* m_search = nullptr;
    KeyMap* m_keys = nullptr;
    UnprintedPanel* m_unprintedPanel = nullptr;
    NoticeBar* m_notice;
};

}
