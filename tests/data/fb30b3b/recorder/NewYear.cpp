// Monday 5 January 2026: the year is closed, the numbers begin anew, then the line goes down.

#include "Must.h"
#include "Pages.h"
#include "Story.h"

namespace motcua::recorder {

using counter::Finish;
using domain::PaymentMethod;

void Story::newYear() {
    m_clock.set(QDate(2026, 1, 5), QTime(8, 0));
    m_desk.sit(QStringLiteral("minh.tv"));
    step();
    must(m_desk.counter().books().closeYear(m_desk.volume(2025).id), "the year is not closed");
    m_desk.sit(QStringLiteral("lan.nt"));

    step();
    must(intake().applyEarlier(m_an), "an earlier applicant is not taken over");
    fillCopy(QStringLiteral("2.000815"), QStringLiteral("Bảng điểm"), 2, 1);
    const Id again = receive();
    approveThere(again);
    remember("an-again", again, "An once more, the applicant taken from the earlier dossier; number 1 of 2026 at the supervisor's desk");
    attest(again);

    m_desk.waitUntilConfirmed();
    m_supervisor.waitUntilConfirmed();
    m_supervisor.waitFor(again, domain::State::Completed);
    waitUntil([&] { return m_supervisor.dossier(again).prints == m_desk.dossier(again).prints; }, "the supervisor's desk lags behind");
    m_line.goDown();
    m_clock.pass(600);
    workWithoutALine();
    leaveDrafts();
}

/// What the gateway has not heard of when the fixture is packed.
void Story::workWithoutALine() {
    const Id bao = receiveCopy(QStringLiteral("Nghiêm Văn Bảo"), "Nam", QStringLiteral("Giấy chứng nhận quyền sử dụng đất"), 4, 2);
    approveHere({bao});
    attest(bao);
    finish(bao, {PaymentMethod::Cash, {}, true, 5, {}, true});
    remember("bao", bao,
        "without a line: received, approved at the desk (number 1 of 2026 there), attested, handed over, closed; not "
        "acknowledged");

    const Id chi = receiveCopy(QStringLiteral("Thái Thị Chi"), "Nữ", QStringLiteral("Chứng chỉ tin học"), 1, 1);
    remember("chi", chi, "without a line: received; not acknowledged");
    readCard(QStringLiteral("Ông Văn Đạo"), "Nam");
    intake().setProcedure(QStringLiteral("2.000815"));
    const counter::RefusalGround ground = intake().refusalGrounds().back();
    const Id dao = must(intake().refuse(ground.text, ground.basis), "form 03").dossier;
    m_desk.waitForPaper();
    remember("dao", dao, "without a line: refused; not acknowledged");
    print(QStringLiteral("form-01"), chi);
}

/// Two unfinished intakes of Lan's, a supplement, and words that are still being typed.
void Story::leaveDrafts() {
    readCard(QStringLiteral("Từ Thị Ngọc"), "Nữ");
    fillGeneral(QStringLiteral("1.004873"));
    intake().setTypedFee(20'000);
    must(intake().saveNow(), "a draft is not kept");
    intake().startNew();

    bringPaper(m_oanh, QStringLiteral("Giấy ủy quyền"), tinyPage(++m_page));
    m_desk.counter().jottings().jot(QStringLiteral("note/") + m_giang.toString(), QStringLiteral("Chiều nay ghé lấy"));
    must(m_desk.counter().jottings().saveNow(), "words are not kept");

    readCard(QStringLiteral("Viên Văn Phú"), "Nam");
    fillCopy(QStringLiteral("2.000815"), {}, 3, 4);
    intake().jot(QStringLiteral("document"), QStringLiteral("Giấy khai s"));
    must(intake().saveNow(), "a draft is not kept");
}

}
