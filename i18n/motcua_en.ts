<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>motcua::ui::ApprovalPlace</name>
    <message numerus="yes">
        <source>Approve %n ticked</source>
        <translation>
            <numerusform>Approve %n ticked</numerusform>
            <numerusform>Approve %n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) asked for from another desk; each is approved when it comes.</source>
        <translation>
            <numerusform>%n dossier asked for from another desk; it is approved when it comes.</numerusform>
            <numerusform>%n dossiers asked for from another desk; each is approved when it comes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>numbers of %1: %n left at this desk</source>
        <translation>
            <numerusform>numbers of %1: %n left at this desk</numerusform>
            <numerusform>numbers of %1: %n left at this desk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the ticked dossiers cannot be approved by you.</source>
        <translation>
            <numerusform>%n of the ticked dossiers cannot be approved by you.</numerusform>
            <numerusform>%n of the ticked dossiers cannot be approved by you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) approved, from %1 to %2.</source>
        <translation>
            <numerusform>%n dossier approved, from %1 to %2.</numerusform>
            <numerusform>%n dossiers approved, from %1 to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::AuthorityCard</name>
    <message numerus="yes">
        <source>An authority of yours ends in %n day(s), on %1.</source>
        <translation>
            <numerusform>An authority of yours ends in %n day, on %1.</numerusform>
            <numerusform>An authority of yours ends in %n days, on %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::BenchPlace</name>
    <message numerus="yes">
        <source>Received: %1. The receipt is being printed.</source>
        <translation>
            <numerusform>Received: %1. The receipt is being printed.</numerusform>
            <numerusform>Received: %1. The receipt is being printed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished visit(s) put aside · Ctrl+F2 shows them</source>
        <translation>
            <numerusform>%n unfinished visit put aside · Ctrl+F2 shows them</numerusform>
            <numerusform>%n unfinished visits put aside · Ctrl+F2 shows them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::BenchTerms</name>
    <message numerus="yes">
        <source>%1: no. %2 next, %n in hand</source>
        <translation>
            <numerusform>%1: no. %2 next, %n in hand</numerusform>
            <numerusform>%1: no. %2 next, %n in hand</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::BooksPlace</name>
    <message numerus="yes">
        <source>this desk has %n left</source>
        <translation>
            <numerusform>this desk has %n left</numerusform>
            <numerusform>this desk has %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s), which the closing gives back</source>
        <translation>
            <numerusform>%n number, which the closing gives back</numerusform>
            <numerusform>%n numbers, which the closing gives back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n number</numerusform>
            <numerusform>%n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::ChecklistCard</name>
    <message numerus="yes">
        <source>Missing: %n</source>
        <translation>
            <numerusform>Missing: %n</numerusform>
            <numerusform>Missing: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::Correction</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::DossierModel</name>
    <message numerus="yes">
        <source>%n paper(s) of one visit</source>
        <translation>
            <numerusform>%n paper of one visit</numerusform>
            <numerusform>%n papers of one visit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::DossierSummary</name>
    <message numerus="yes">
        <source>cannot read %n record(s) of it</source>
        <translation>
            <numerusform>cannot read %n record of it</numerusform>
            <numerusform>cannot read %n records of it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::DossiersPlace</name>
    <message numerus="yes">
        <source>%n dossier(s) found</source>
        <translation>
            <numerusform>%n dossier found</numerusform>
            <numerusform>%n dossiers found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::EarlierIntake</name>
    <message numerus="yes">
        <source>There are %n more of this citizen: Ctrl+F2.</source>
        <translation>
            <numerusform>There is %n more of this citizen: Ctrl+F2.</numerusform>
            <numerusform>There are %n more of this citizen: Ctrl+F2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::FinishCard</name>
    <message numerus="yes">
        <source>The %n results of this visit are handed over together, with one fee slip.</source>
        <translation>
            <numerusform>The %n results of this visit are handed over together, with one fee slip.</numerusform>
            <numerusform>The %n results of this visit are handed over together, with one fee slip.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::HandOverPlace</name>
    <message numerus="yes">
        <source>%1 · %n at another desk</source>
        <translation>
            <numerusform>%1 · %n at another desk</numerusform>
            <numerusform>%1 · %n at another desk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the fees, hand over %n results</source>
        <translation>
            <numerusform>Take the fees, hand over %n results</numerusform>
            <numerusform>Take the fees, hand over %n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n results</source>
        <translation>
            <numerusform>Hand over %n results</numerusform>
            <numerusform>Hand over %n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::HeldStrip</name>
    <message numerus="yes">
        <source>%n dossier(s) approved.</source>
        <translation>
            <numerusform>%n dossier approved.</numerusform>
            <numerusform>%n dossiers approved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::History</name>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n sheet</numerusform>
            <numerusform>%n sheets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::IntakePlace</name>
    <message numerus="yes">
        <source>%n unfinished intake(s) put aside · Ctrl+F2 shows them</source>
        <translation>
            <numerusform>%n unfinished intake put aside · Ctrl+F2 shows it</numerusform>
            <numerusform>%n unfinished intakes put aside · Ctrl+F2 shows them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::KeeperCard</name>
    <message numerus="yes">
        <source>%n number(s), the next is %1</source>
        <translation>
            <numerusform>%n number, the next is %1</numerusform>
            <numerusform>%n numbers, the next is %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) left</source>
        <translation>
            <numerusform>%n number left</numerusform>
            <numerusform>%n numbers left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::LoginPage</name>
    <message numerus="yes">
        <source>The next try is possible in %n second(s).</source>
        <translation>
            <numerusform>The next try is possible in %n second.</numerusform>
            <numerusform>The next try is possible in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::PageSources</name>
    <message numerus="yes">
        <source>%n page(s) came from the watched folder.</source>
        <translation>
            <numerusform>%n page came from the watched folder.</numerusform>
            <numerusform>%n pages came from the watched folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) chosen after it have not been taken in: choose them again.</source>
        <translation>
            <numerusform>%n file chosen after it has not been taken in: choose it again.</numerusform>
            <numerusform>%n files chosen after it have not been taken in: choose them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::PagesPanel</name>
    <message numerus="yes">
        <source>%n page(s) kept</source>
        <translation>
            <numerusform>%n page kept</numerusform>
            <numerusform>%n pages kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank</source>
        <translation>
            <numerusform>%n blank</numerusform>
            <numerusform>%n blank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove this file (%n page(s))</source>
        <translation>
            <numerusform>Remove this file (%n page)</numerusform>
            <numerusform>Remove this file (%n pages)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::PaperTable</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::PersonForm</name>
    <message numerus="yes">
        <source>%n page(s) with the specimen signature</source>
        <translation>
            <numerusform>%n page with the specimen signature</numerusform>
            <numerusform>%n pages with the specimen signature</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::PersonListCard</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::PrintStrip</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not printed: %1, and %n more.</source>
        <translation>
            <numerusform>Not printed: %1, and %n more.</numerusform>
            <numerusform>Not printed: %1, and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: does it lie at the printer? The program ended while it was being printed. %n more not printed.</source>
        <translation>
            <numerusform>%1: does it lie at the printer? The program ended while it was being printed. %n more not printed.</numerusform>
            <numerusform>%1: does it lie at the printer? The program ended while it was being printed. %n more not printed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::ProcedurePicker</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::SecurityCard</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n event(s); choose a day for older ones</source>
        <translation>
            <numerusform>The newest %n event; choose a day for older ones</numerusform>
            <numerusform>The newest %n events; choose a day for older ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied</source>
        <translation>
            <numerusform>%n line copied</numerusform>
            <numerusform>%n lines copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::SyncPlace</name>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::Unfinished</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::VisitCard</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
</context>
</TS>
