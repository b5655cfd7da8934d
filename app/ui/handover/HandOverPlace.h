#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/PlacePage.h"

namespace motcua::ui {

class AttestationPlacePanel;
class Card;
class FinishCard;
class DossierList;
class PdfPreview;
class ScrollColumn;

/// Trả kết quả: completed dossiers that wait for their owners, and dossiers that wait for papers. One key goes from the printed
/// attestation to the closed dossier; the preview shows what the printer will put on the copy.
class HandOverPlace : public PlacePage {
    Q_OBJECT

public:
    explicit HandOverPlace(counter::Counter& counter, QWidget* parent = nullptr);

    void activate() override;
    void forget() override;
    void openDossier(domain::DossierId dossier) override;
    /// Picks the results of the card's holder, and says that the card was looked at.
    bool takeCard(const domain::CardQr& card) override;
    bool takePassport(const domain::Passport& passport) override;
    bool takeReceipt(domain::DossierId dossier) override;
    std::vector<KeyLine> moreKeys() const override;

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// `hasMarks`: a passport has none.
    void takeHolder(const domain::IdentityMark& shown, const QString& name, bool hasMarks);
    void addActions();
    void layOut();
    void wire();
    void refresh();
    void showCurrent();
    void fitSheet();
    void markOneRow(bool amongPapers);
    void showStep();
    void showElsewhere(bool elsewhere);
    void showPreview();
    void bar(const base::Error& why);
    void goOn();
    /// Asks first where it goes, once for each printer.
    void printAttestation();
    void askPlace(bool prints);
    void leavePlace();
    bool acted(const base::Outcome& outcome, const QString& done = {});
    bool isRefused() const;
    void leaveDossier();
    bool isWaiting(domain::DossierId dossier) const;
    void printEnded(const QString& form, domain::DossierId dossier);
    void printFailed(const QString& form, domain::DossierId dossier);

    counter::Counter& m_counter;
    counter::HandOverDesk& m_desk;
    DossierList* m_waiting;
    DossierList* m_papers;
    Banner* m_elsewhere;
    Card* m_waitingCard;
    Card* m_papersCard;
    FinishCard* m_finish;
    ScrollColumn* m_meeting;
    AttestationPlacePanel* m_placing;
    Card* m_sheet;
    PdfPreview* m_preview;
    ActionButton* m_open = nullptr;
    ActionButton* m_again = nullptr;
    ActionButton* m_place = nullptr;
    ActionButton* m_next = nullptr;
    domain::Dossier m_dossier;
    std::vector<domain::Dossier> m_visit;      ///< all that came with it, itself among them
    domain::DossierId m_unprinted;             ///< of the same visit, before what is ready goes out; null: none
    std::vector<domain::DossierId> m_together; ///< what is handed over by one key
    domain::DossierId m_othersCard;            ///< before whose hand-over a card was read that is not theirs; null: none
    QString m_refusal;                         ///< the code of what the last act here was refused for; empty: it was done
    bool m_missing = false;                    ///< a line of the meeting lacks what it was refused for
    base::Error m_whyBarred;                   ///< its words, while it bars the way
    counter::NextStep m_step = counter::NextStep::None;
};

}
