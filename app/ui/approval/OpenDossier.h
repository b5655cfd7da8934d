#pragma once

#include "app/counter/Counter.h"

#include <QWidget>

namespace motcua::ui {

class AttestationPane;
class Card;
class DossierSummary;
class HistoryList;
class PageViewer;
class ScrollColumn;

/// The dossier that a decision is about: the scan, beside it the attestation that would be printed, then facts and history. Where the window has no
/// room for both papers the attestation takes the place of scan and facts when it is asked for; else that of the scan. Owner: ApprovalPlace.
class OpenDossier : public QWidget {
    Q_OBJECT

public:
    explicit OpenDossier(counter::Counter& counter, QWidget* parent = nullptr);

    /// Null shows nothing. `ahead`: what would be approved before it by the same key.
    void open(domain::DossierId dossier, const std::vector<domain::DossierId>& ahead = {});
    bool hasAttestation() const;
    /// The attestation instead of the scan, as wide as there is room.
    void setAttestationWhole(bool whole);
    bool isAttestationWhole() const { return m_attestationWhole; }
    domain::DossierId dossier() const { return m_dossier; }
    bool isRevealed() const;
    void setRevealed(bool revealed);
    /// Left and right in `list` turn the pages, so that the hand stays on the tray.
    void turnPagesFrom(QWidget* list);
    /// Whether the window has room for both papers beside each other.
    bool isRoomy() const;
    /// 1 forward, -1 back.
    void turn(int direction);

signals:
    void failed(const motcua::base::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void retranslate();

    counter::Counter& m_counter;
    domain::DossierId m_dossier;
    bool m_attestationWhole = false;
    Card* m_scan;
    AttestationPane* m_attestation;
    Card* m_facts;
    Card* m_past;
    PageViewer* m_viewer;
    DossierSummary* m_summary;
    HistoryList* m_history;
    QWidget* m_content;
    ScrollColumn* m_column;
};

}
